import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../../domains/account/ui/away";
import { addCategory } from "../../../../../domains/shelves/actions";
import { valuesOfNewShelf } from "../../../../../domains/shelves/form";
import { listCategories } from "../../../../../domains/shelves/queries";
import { ShelfForm } from "../../../../../domains/shelves/ui/shelf-form";
import { ShelfHead } from "../../../../../domains/shelves/ui/shelf-pages";
import { type PageProps, readPage } from "../../../../../lib/page";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "admin.shelves.begin" });
  return { title: t("category") };
};

const NewCategoryPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("admin.shelves");
  const tree = await listCategories(locale, "/admin/categories/new");
  if (!tree) return <Away of="admin" title={t("begin.category")} />;
  const parent = tree.find(({ slug }) => slug === asked("below"))?.slug ?? "";
  const neighbours = tree.filter((one) => (one.parent ?? "") === parent);
  return (
    <>
      <ShelfHead kind="category" title={t("begin.category")} />
      <ShelfForm
        action={addCategory}
        values={valuesOfNewShelf(neighbours, parent)}
        parents={tree}
        submit={t("add")}
      />
    </>
  );
};

export default NewCategoryPage;
