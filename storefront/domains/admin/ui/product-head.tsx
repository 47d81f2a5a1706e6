import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import { Link } from "../../../i18n/navigation";
import { Crumbs } from "../../../ui/crumbs";
import type { Product } from "../queries";
import { ProductStatus } from "./product-state";
import { Tabs } from "./tabs";

type Part = "texts" | "options" | "variants" | "pictures";
const parts = { texts: "", options: "/options", variants: "/variants", pictures: "/pictures" };
const order = ["texts", "options", "variants", "pictures"] as const;

type Props = {
  product: Product;
  part: Part;
  /** What stands between the product and this page. */
  above?: { label: string; href: string }[];
  title?: string;
  children?: ReactNode;
};

/** The way here, the title, and the other sides of the same product. */
export const ProductHead = async ({ product, part, above = [], title, children }: Props) => {
  const t = await getTranslations("admin");
  const locale = await getLocale();
  const home = `/admin/products/${product.id}`;
  const name = product.name[locale];
  const products = { label: t("nav.products"), href: "/admin/products" };
  return (
    <div className="admin__head">
      <Crumbs
        label={t("nav.here")}
        above={title === undefined ? [products] : [products, { label: name, href: home }, ...above]}
        here={title ?? name}
      />
      <div className="admin__top">
        <h1 tabIndex={-1}>{title ?? name}</h1>
        <p className="admin__state">
          <ProductStatus status={product.status} />
          {product.status === "active" && (
            <Link className="small" href={`/products/${product.slug}`}>
              {t("product.seeInShop")}
            </Link>
          )}
        </p>
      </div>
      <Tabs
        label={t("product.parts")}
        tabs={order.map((one) => ({
          href: `${home}${parts[one]}`,
          text: t(`product.part.${one}`),
          current: one === part,
        }))}
      />
      {children}
    </div>
  );
};
