import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import { Link } from "../../../i18n/navigation";
import type { PageProps } from "../../../lib/page";
import { buttonClass } from "../../../ui/button";
import { Crumbs } from "../../../ui/crumbs";
import { EmptyShelf } from "../../../ui/empty-shelf";
import { doneOf } from "../../admin/page";
import { Done } from "../../admin/ui/done";
import { homes, type Kind } from "../form";
import type { Collection } from "../queries";
import { ShelfLedger } from "./shelf-ledger";

type ListProps = {
  kind: Kind;
  rows: readonly (Collection & { parent?: string | null })[];
  searchParams: PageProps["searchParams"];
};

/** The list of all categories, or of all collections. */
export const ShelfList = async ({ kind, rows, searchParams }: ListProps) => {
  const t = await getTranslations("admin.shelves");
  return (
    <>
      <Done what={await doneOf(searchParams)} />
      <div className="admin__top">
        <div>
          <h1 tabIndex={-1}>{t(`title.${kind}`)}</h1>
          <p className="soft measure">{t(`text.${kind}`)}</p>
        </div>
        <Link className={buttonClass("act")} href={`${homes[kind]}/new`}>
          {t(`begin.${kind}`)}
        </Link>
      </div>
      {rows.length === 0 ? (
        <EmptyShelf>
          <h2>{t(`none.${kind}`)}</h2>
        </EmptyShelf>
      ) : (
        <ShelfLedger kind={kind} rows={rows} />
      )}
    </>
  );
};

type HeadProps = { kind: Kind; title: string; children?: ReactNode };

/** The way to one shelf, or to a new one, and its title. */
export const ShelfHead = async ({ kind, title, children }: HeadProps) => {
  const t = await getTranslations("admin.shelves");
  const n = await getTranslations("admin.nav");
  return (
    <div className="admin__head">
      <Crumbs
        label={n("here")}
        above={[{ label: t(`title.${kind}`), href: homes[kind] }]}
        here={title}
      />
      <div className="admin__top">
        <h1 tabIndex={-1}>{title}</h1>
        {children}
      </div>
    </div>
  );
};
