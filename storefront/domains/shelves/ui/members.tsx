import { getLocale, getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import type { Locale } from "../../../i18n/routing";
import { choiceOf, searchOf } from "../../admin/choice";
import { listRecords, type Row } from "../../admin/queries";
import { ActButton } from "../../admin/ui/act-button";
import { AdminForm } from "../../admin/ui/admin-form";
import { AdminPanel } from "../../admin/ui/admin-panel";
import { adminWords } from "../../admin/ui/admin-words";
import { ListSearch, Paging } from "../../admin/ui/list-parts";
import { ProductStatus } from "../../admin/ui/product-state";
import { freshState } from "../../admin/values";
import { setMembership } from "../actions";

type Asked = (name: string) => string | undefined;

const hrefOf = (slug: string, asked: Record<string, string | undefined>) =>
  `/admin/collections/${slug}${searchOf(asked)}`;

/** A page of what is in a collection, and what was found to be put in; null while it cannot be read. */
export const readMembers = async (locale: Locale, slug: string, asked: Asked) => {
  const { q, after } = choiceOf(asked).choice;
  const back = hrefOf(slug, { q, after });
  const [there, found] = await Promise.all([
    listRecords(locale, back, { collection: slug, after }),
    q === undefined ? undefined : listRecords(locale, back, { q }, 20),
  ]);
  return there && found !== null ? { ...{ q, after, there }, found: found?.items } : null;
};
type Read = NonNullable<Awaited<ReturnType<typeof readMembers>>>;

type LedgerProps = {
  rows: readonly Row[];
  caption: string;
  act: "put" | "take";
  look?: "plain" | "quiet";
};

const Ledger = async ({ rows, caption, act, look }: LedgerProps) => {
  const t = await getTranslations("admin.shelves");
  const l = await getTranslations("admin.list");
  const locale = await getLocale();
  return (
    <table className="ledger">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{l("product")}</th>
          <th scope="col">{l("status")}</th>
          <th scope="col" className="end">
            <span className="sr">{t("act")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, status }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={`/admin/products/${id}`}>{name[locale]}</Link>
            </th>
            <td>
              <ProductStatus status={status} />
            </td>
            <td className="end">
              <ActButton
                act={`${act}:${id}`}
                look={look ?? "plain"}
                label={t(`${act}Named`, { name: name[locale] })}
              >
                {t(act)}
              </ActButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** What stands in a collection, each with a way out, and a search for what is to come in. */
export const Members = async ({ slug, members }: { slug: string; members: Read }) => {
  const t = await getTranslations("admin.shelves");
  const l = await getTranslations("admin.list");
  const { q, after, there, found } = members;
  return (
    <AdminPanel id="members" title={t("members")} text={t("membersText")}>
      <ListSearch
        path={`/admin/collections/${slug}`}
        view={undefined}
        q={q}
        longest={100}
        words={{ searchFor: t("searchFor"), search: l("search") }}
      />
      <AdminForm
        name="members"
        action={setMembership}
        initial={freshState()}
        words={await adminWords()}
        hidden={{ _shelf: slug }}
      >
        {found?.length === 0 && <p className="soft small">{l("none")}</p>}
        {found && found.length > 0 && <Ledger rows={found} caption={t("found")} act="put" />}
        {there.items.length === 0 ? (
          <p className="soft small">{t("noMembers")}</p>
        ) : (
          <Ledger rows={there.items} caption={t("there")} act="take" look="quiet" />
        )}
      </AdminForm>
      <Paging
        next={there.next && hrefOf(slug, { q, after: there.next })}
        start={after === undefined ? null : hrefOf(slug, { q })}
        words={{ pages: l("pages"), next: l("next"), fromStart: l("fromStart") }}
      />
    </AdminPanel>
  );
};
