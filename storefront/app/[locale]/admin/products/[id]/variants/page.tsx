import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../../../domains/account/ui/away";
import { doneOf, type ProductPageProps } from "../../../../../../domains/admin/page";
import { findRecord } from "../../../../../../domains/admin/queries";
import { Done } from "../../../../../../domains/admin/ui/done";
import { ProductHead } from "../../../../../../domains/admin/ui/product-head";
import { VariantLedger } from "../../../../../../domains/admin/ui/variant-ledger";
import { Link } from "../../../../../../i18n/navigation";
import { buttonClass } from "../../../../../../ui/button";

export const generateMetadata = async ({ params }: ProductPageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin.variants" });
  return { title: t("title") };
};

const VariantsPage = async ({ params, searchParams }: ProductPageProps) => {
  const { locale, id } = await params;
  const t = await getTranslations("admin.variants");
  const product = await findRecord(locale, `/admin/products/${id}/variants`, id);
  if (!product) return <Away of="admin" title={t("title")} />;
  return (
    <>
      <ProductHead product={product} part="variants" title={t("title")}>
        <Done what={await doneOf(searchParams)} />
      </ProductHead>
      {product.variants.length === 0 ? (
        <p className="soft measure">{t("none")}</p>
      ) : (
        <VariantLedger product={product} />
      )}
      <div>
        <Link className={buttonClass("act")} href={`/admin/products/${product.id}/variants/new`}>
          {t("add")}
        </Link>
      </div>
    </>
  );
};

export default VariantsPage;
