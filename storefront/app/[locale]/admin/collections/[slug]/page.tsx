import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../../domains/account/ui/away";
import { doneOf } from "../../../../../domains/admin/page";
import { Done } from "../../../../../domains/admin/ui/done";
import { changeCollection, removeCollection } from "../../../../../domains/shelves/actions";
import { valuesOfShelf } from "../../../../../domains/shelves/form";
import { findCollection } from "../../../../../domains/shelves/queries";
import { Members, readMembers } from "../../../../../domains/shelves/ui/members";
import { RemoveShelf } from "../../../../../domains/shelves/ui/remove-shelf";
import { ShelfForm } from "../../../../../domains/shelves/ui/shelf-form";
import { ShelfHead } from "../../../../../domains/shelves/ui/shelf-pages";
import { Link } from "../../../../../i18n/navigation";
import { readPage, type ShelfPageProps } from "../../../../../lib/page";

export const generateMetadata = async ({ params }: ShelfPageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin.shelves" });
  return { title: t("one.collection") };
};

const CollectionPage = async (props: ShelfPageProps) => {
  const { slug } = await props.params;
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("admin.shelves");
  const [collection, members] = await Promise.all([
    findCollection(locale, slug),
    readMembers(locale, slug, asked),
  ]);
  if (!collection || !members) return <Away of="admin" title={t("one.collection")} />;
  return (
    <>
      <ShelfHead kind="collection" title={collection.name[locale]}>
        <Link href={`/collections/${slug}`}>{t("seeInShop")}</Link>
      </ShelfHead>
      <Done what={await doneOf(props.searchParams)} />
      <ShelfForm
        action={changeCollection}
        values={valuesOfShelf(collection)}
        shelf={collection}
        submit={t("save")}
      />
      <Members slug={slug} members={members} />
      <RemoveShelf action={removeCollection} shelf={collection} text={t("removeText.collection")} />
    </>
  );
};

export default CollectionPage;
