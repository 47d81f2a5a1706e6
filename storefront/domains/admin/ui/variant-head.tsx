import { getLocale, getTranslations } from "next-intl/server";

import type { Product, Variant } from "../queries";
import { ProductHead } from "./product-head";
import { Tabs } from "./tabs";
import { choiceOf } from "./variant-ledger";

const pages = { measures: "", prices: "/prices", stock: "/stock" } as const;
const order = ["measures", "prices", "stock"] as const;

type Props = { product: Product; variant: Variant; page: keyof typeof pages };

export const VariantHead = async ({ product, variant, page }: Props) => {
  const t = await getTranslations("admin.variants");
  const list = `/admin/products/${product.id}/variants`;
  const choice = choiceOf(product, variant, await getLocale());
  return (
    <ProductHead
      product={product}
      part="variants"
      above={[{ label: t("title"), href: list }]}
      title={[variant.sku, choice].filter(Boolean).join(" · ")}
    >
      <Tabs
        label={t("parts")}
        tabs={order.map((one) => ({
          href: `${list}/${variant.id}${pages[one]}`,
          text: t(`part.${one}`),
          current: one === page,
        }))}
      />
    </ProductHead>
  );
};
