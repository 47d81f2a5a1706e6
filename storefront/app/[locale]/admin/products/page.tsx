import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../domains/account/ui/away";
import { choiceOf, listHref } from "../../../../domains/admin/choice";
import { listRecords } from "../../../../domains/admin/queries";
import { ListPaging, ListTools, ProductLedger } from "../../../../domains/admin/ui/product-list";
import { Link } from "../../../../i18n/navigation";
import { type PageProps, readPage } from "../../../../lib/page";
import { buttonClass } from "../../../../ui/button";
import { EmptyShelf } from "../../../../ui/empty-shelf";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "admin.list" });
  return { title: t("title") };
};

const ProductsPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("admin.list");
  const { view, choice } = choiceOf(asked);
  const list = await listRecords(locale, listHref(view, choice), choice);
  if (!list) return <Away of="admin" title={t("title")} />;
  return (
    <>
      <div className="admin__top">
        <h1 tabIndex={-1}>{t("title")}</h1>
        <Link className={buttonClass("act")} href="/admin/products/new">
          {t("begin")}
        </Link>
      </div>
      <ListTools view={view} choice={choice} />
      {list.items.length === 0 ? (
        <EmptyShelf>
          <h2>{t("none")}</h2>
          <Link href="/admin/products">{t("showAll")}</Link>
        </EmptyShelf>
      ) : (
        <ProductLedger rows={list.items} />
      )}
      <ListPaging view={view} choice={choice} next={list.next} />
    </>
  );
};

export default ProductsPage;
