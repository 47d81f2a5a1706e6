import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../domains/account/ui/away";
import { listCollections } from "../../../../domains/shelves/queries";
import { ShelfList } from "../../../../domains/shelves/ui/shelf-pages";
import { type PageProps, readPage } from "../../../../lib/page";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "admin.shelves.title" });
  return { title: t("collection") };
};

const CollectionsPage = async (props: PageProps) => {
  const { locale } = await readPage(props);
  const t = await getTranslations("admin.shelves.title");
  const rows = await listCollections(locale);
  if (!rows) return <Away of="admin" title={t("collection")} />;
  return <ShelfList kind="collection" rows={rows} searchParams={props.searchParams} />;
};

export default CollectionsPage;
