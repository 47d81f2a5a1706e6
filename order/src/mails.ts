import type { Language } from "@jangteo/shared/contract";
import { formatMoney } from "@jangteo/shared/format-money";
import { compose, greeting, type Mail, type Words } from "@jangteo/shared/mail";
import type { orderLines, orders } from "@jangteo/shared/schema/order/orders";
import type { Address } from "@jangteo/shared/schema/order/schema";

import { numberOf } from "./numbers.ts";

/** What a letter about an order tells of, and where it is looked at. */
export type Told = {
  order: typeof orders.$inferSelect;
  lines: (typeof orderLines.$inferSelect)[];
  link: string;
  /** Where somebody without an account finds it again. */
  finder: string | undefined;
};
type Parcel = { carrier: string | null; trackingNumber: string | null };

const addressOf = (address: Address) =>
  [
    address.name,
    [address.streetAddress, address.extendedAddress].filter(Boolean).join(", "),
    [address.addressLocality, address.addressRegion, address.postalCode].filter(Boolean).join(", "),
    address.addressCountry,
    address.telephone,
  ].join("\n");

const nameOf = ({ item, quantity }: Told["lines"][number], language: Language) => {
  const options = item.options.map(({ value }) => value[language]).join(", ");
  return `${item.name[language]}${options ? ` (${options})` : ""} × ${quantity}`;
};

const counted = {
  ko: {
    subtotal: "상품 합계",
    discount: "할인",
    shipping: "배송비",
    included: "그중 세금",
    tax: "세금",
    total: "합계",
  },
  en: {
    subtotal: "Items",
    discount: "Discount",
    shipping: "Delivery",
    included: "Tax included",
    tax: "Tax",
    total: "Total",
  },
};

const rowsOf = ({ order, lines }: Told): [string, string][] => {
  const { language, currency, subtotal, discount, shipping, tax, taxIncluded, total } = order;
  const names = counted[language];
  const money = (amount: number) => formatMoney({ amount, currency }, language);
  const taxRow: [string, string][] =
    tax > 0 ? [[taxIncluded ? names.included : names.tax, money(tax)]] : [];
  return [
    ...lines.map((line): [string, string] => [nameOf(line, language), money(line.total)]),
    [names.subtotal, money(subtotal)],
    ...(discount > 0 ? [[names.discount, money(-discount)] satisfies [string, string]] : []),
    [names.shipping, money(shipping)],
    ...(taxIncluded ? [] : taxRow),
    [names.total, money(total)],
    ...(taxIncluded ? taxRow : []),
  ];
};

const look = { ko: "주문 보기", en: "See the order" };
const elsewhere = {
  ko: (finder: string) =>
    `다른 기기에서는 주문 번호와 이 전자우편 주소로 찾으실 수 있습니다:\n${finder}`,
  en: (finder: string) =>
    `On another device you find it by its number and this e-mail address:\n${finder}`,
};

export const letter = (told: Told, words: Record<Language, Words>): Mail => {
  const { language, shippingAddress } = told.order;
  const { lines, after = [], ...rest } = words[language];
  return compose(
    {
      ...rest,
      lines: [greeting[language](shippingAddress.name), ...lines],
      action: look[language],
      after: [...after, ...(told.finder === undefined ? [] : [elsewhere[language](told.finder)])],
    },
    told.link,
  );
};

export const confirmationMail = (told: Told) => {
  const number = numberOf(told.order.number);
  const { shippingMethod: method } = told.order;
  const address = addressOf(told.order.shippingAddress);
  const rows = rowsOf(told);
  return letter(told, {
    ko: {
      subject: `장터: 주문 ${number}, 결제를 마쳤습니다`,
      lines: [
        "주문해 주셔서 고맙습니다. 결제를 마쳤고, 물건이 떠나면 다시 알려 드리겠습니다.",
        `주문 번호: ${number}`,
        `받으실 곳 (${method.name.ko}):\n${address}`,
      ],
      rows,
    },
    en: {
      subject: `Jangteo: your order ${number} is paid`,
      lines: [
        "Thank you for your order. It is paid for; we write again when it is on its way.",
        `Order number: ${number}`,
        `Delivery to (${method.name.en}):\n${address}`,
      ],
      rows,
    },
  });
};

export const cancelledMail = (told: Told) => {
  const number = numberOf(told.order.number);
  const isPaid = told.order.captured > 0;
  return letter(told, {
    ko: {
      subject: `장터: 주문(${number})이 취소되었습니다`,
      lines: [
        `주문(${number})이 취소되었습니다.`,
        isPaid
          ? "내신 돈은 결제하신 방법으로 돌려 드립니다."
          : "결제가 이루어지지 않아, 빠져나간 돈은 없습니다.",
      ],
    },
    en: {
      subject: `Jangteo: your order ${number} was cancelled`,
      lines: [
        `Your order ${number} was cancelled.`,
        isPaid
          ? "What you paid goes back the way it came."
          : "The payment did not go through, and no money was taken.",
      ],
    },
  });
};

export const shippedMail = (told: Told, { carrier, trackingNumber }: Parcel) => {
  const number = numberOf(told.order.number);
  const tracked = (names: [string, string]) => {
    const said = [carrier, trackingNumber].flatMap((value, index) =>
      value === null ? [] : [`${names[index] ?? ""}: ${value}`],
    );
    return said.length > 0 ? [said.join("\n")] : [];
  };
  const address = addressOf(told.order.shippingAddress);
  return letter(told, {
    ko: {
      subject: `장터: 주문(${number})이 떠났습니다`,
      lines: [
        `주문(${number})의 물건을 보냈습니다.`,
        ...tracked(["택배사", "송장 번호"]),
        `받으실 곳:\n${address}`,
      ],
    },
    en: {
      subject: `Jangteo: your order ${number} is on its way`,
      lines: [
        `Something of your order ${number} was sent.`,
        ...tracked(["Carrier", "Tracking number"]),
        `To:\n${address}`,
      ],
    },
  });
};

export const refundedMail = (told: Told, amount: number) => {
  const { number: digits, currency } = told.order;
  const number = numberOf(digits);
  const money = (language: Language) => formatMoney({ amount, currency }, language);
  return letter(told, {
    ko: {
      subject: `장터: 주문 ${number}, 돈을 돌려 드렸습니다`,
      lines: [
        `주문(${number})의 ${money("ko")}을 결제하신 방법으로 돌려 드렸습니다. 며칠 걸릴 수 있습니다.`,
      ],
    },
    en: {
      subject: `Jangteo: a refund for your order ${number}`,
      lines: [
        `We have paid ${money("en")} of your order ${number} back the way it came. It may take some days.`,
      ],
    },
  });
};
