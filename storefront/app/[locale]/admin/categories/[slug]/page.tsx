import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";

import { Away } from "../../../../../domains/account/ui/away";
import { doneOf } from "../../../../../domains/admin/page";
import { Done } from "../../../../../domains/admin/ui/done";
import { changeCategory, removeCategory } from "../../../../../domains/shelves/actions";
import { parentsFor, valuesOfShelf } from "../../../../../domains/shelves/form";
import { listCategories } from "../../../../../domains/shelves/queries";
import { RemoveShelf } from "../../../../../domains/shelves/ui/remove-shelf";
import { ShelfForm } from "../../../../../domains/shelves/ui/shelf-form";
import { ShelfHead } from "../../../../../domains/shelves/ui/shelf-pages";
import { Link } from "../../../../../i18n/navigation";
import type { ShelfPageProps } from "../../../../../lib/page";
import { buttonClass } from "../../../../../ui/button";

export const generateMetadata = async ({ params }: ShelfPageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin.shelves" });
  return { title: t("one.category") };
};

const CategoryPage = async ({ params, searchParams }: ShelfPageProps) => {
  const { locale, slug } = await params;
  const t = await getTranslations("admin.shelves");
  const tree = await listCategories(locale, `/admin/categories/${slug}`);
  if (!tree) return <Away of="admin" title={t("one.category")} />;
  const category = tree.find((one) => one.slug === slug);
  if (!category) notFound();
  const below = tree.filter(({ parent }) => parent === slug).length;
  const isHeld = below + category.products > 0;
  const held = { products: category.products, below };
  return (
    <>
      <ShelfHead kind="category" title={category.name[locale]}>
        <div className="actions">
          <Link href={`/categories/${slug}`}>{t("seeInShop")}</Link>
          <Link className={buttonClass()} href={`/admin/categories/new?below=${slug}`}>
            {t("addBelow")}
          </Link>
        </div>
      </ShelfHead>
      <Done what={await doneOf(searchParams)} />
      <ShelfForm
        action={changeCategory}
        values={valuesOfShelf(category)}
        shelf={category}
        parents={parentsFor(tree, slug)}
        submit={t("save")}
      />
      <RemoveShelf
        action={removeCategory}
        shelf={category}
        text={isHeld ? t("held", held) : t("removeText.category")}
        isHeld={isHeld}
      />
    </>
  );
};

export default CategoryPage;
