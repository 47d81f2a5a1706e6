import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../../domains/account/ui/away";
import { addCollection } from "../../../../../domains/shelves/actions";
import { valuesOfNewShelf } from "../../../../../domains/shelves/form";
import { listCollections } from "../../../../../domains/shelves/queries";
import { ShelfForm } from "../../../../../domains/shelves/ui/shelf-form";
import { ShelfHead } from "../../../../../domains/shelves/ui/shelf-pages";
import { type PageProps, readPage } from "../../../../../lib/page";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "admin.shelves.begin" });
  return { title: t("collection") };
};

const NewCollectionPage = async (props: PageProps) => {
  const { locale } = await readPage(props);
  const t = await getTranslations("admin.shelves");
  const all = await listCollections(locale);
  if (!all) return <Away of="admin" title={t("begin.collection")} />;
  return (
    <>
      <ShelfHead kind="collection" title={t("begin.collection")} />
      <ShelfForm action={addCollection} values={valuesOfNewShelf(all)} submit={t("add")} />
    </>
  );
};

export default NewCollectionPage;
