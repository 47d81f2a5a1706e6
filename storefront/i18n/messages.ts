import accountEn from "../messages/en/account.json";
import adminEn from "../messages/en/admin.json";
import cartEn from "../messages/en/cart.json";
import catalogueEn from "../messages/en/catalogue.json";
import checkoutEn from "../messages/en/checkout.json";
import developersEn from "../messages/en/developers.json";
import formsEn from "../messages/en/forms.json";
import homeEn from "../messages/en/home.json";
import ordersEn from "../messages/en/orders.json";
import reviewsEn from "../messages/en/reviews.json";
import shopEn from "../messages/en/shop.json";
import wishlistEn from "../messages/en/wishlist.json";
import accountKo from "../messages/ko/account.json";
import adminKo from "../messages/ko/admin.json";
import cartKo from "../messages/ko/cart.json";
import catalogueKo from "../messages/ko/catalogue.json";
import checkoutKo from "../messages/ko/checkout.json";
import developersKo from "../messages/ko/developers.json";
import formsKo from "../messages/ko/forms.json";
import homeKo from "../messages/ko/home.json";
import ordersKo from "../messages/ko/orders.json";
import reviewsKo from "../messages/ko/reviews.json";
import shopKo from "../messages/ko/shop.json";
import wishlistKo from "../messages/ko/wishlist.json";
import type { Locale } from "./routing";

const ko = {
  account: accountKo,
  admin: adminKo,
  cart: cartKo,
  catalogue: catalogueKo,
  checkout: checkoutKo,
  developers: developersKo,
  forms: formsKo,
  home: homeKo,
  orders: ordersKo,
  reviews: reviewsKo,
  shop: shopKo,
  wishlist: wishlistKo,
};

/** One namespace per file; English must say everything that Korean says. */
export type Messages = typeof ko;

export const messages: Record<Locale, Messages> = {
  ko,
  en: {
    account: accountEn,
    admin: adminEn,
    cart: cartEn,
    catalogue: catalogueEn,
    checkout: checkoutEn,
    developers: developersEn,
    forms: formsEn,
    home: homeEn,
    orders: ordersEn,
    reviews: reviewsEn,
    shop: shopEn,
    wishlist: wishlistEn,
  },
};
