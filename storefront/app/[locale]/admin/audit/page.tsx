import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../domains/account/ui/away";
import { Paging } from "../../../../domains/admin/ui/list-parts";
import { auditChoiceOf, auditHref } from "../../../../domains/people/choice";
import { listAudit } from "../../../../domains/people/queries";
import { AuditFilter } from "../../../../domains/people/ui/audit-filter";
import { AuditLedger } from "../../../../domains/people/ui/audit-ledger";
import { type PageProps, readPage } from "../../../../lib/page";
import { EmptyShelf } from "../../../../ui/empty-shelf";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "admin.audit" });
  return { title: t("title") };
};

const AuditPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("admin.audit");
  const choice = auditChoiceOf(asked);
  const list = await listAudit(locale, choice);
  if (!list) return <Away of="admin" title={t("title")} />;
  const { after, ...whole } = choice;
  return (
    <>
      <div className="admin__top">
        <h1 tabIndex={-1}>{t("title")}</h1>
      </div>
      <AuditFilter choice={choice} />
      {list.items.length === 0 ? (
        <EmptyShelf>
          <h2>{t("none")}</h2>
        </EmptyShelf>
      ) : (
        <AuditLedger events={list.items} />
      )}
      <Paging
        next={list.next && auditHref({ ...whole, after: list.next })}
        start={after === undefined ? null : auditHref(whole)}
        words={{ pages: t("pages"), next: t("next"), fromStart: t("fromStart") }}
      />
    </>
  );
};

export default AuditPage;
