import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../../domains/account/ui/away";
import { doneOf, type ProductPageProps } from "../../../../../domains/admin/page";
import { Done } from "../../../../../domains/admin/ui/done";
import { auditHref } from "../../../../../domains/people/choice";
import { findMember, readHistory } from "../../../../../domains/people/queries";
import { AuditLedger } from "../../../../../domains/people/ui/audit-ledger";
import { RoleForm } from "../../../../../domains/people/ui/role-form";
import { Link } from "../../../../../i18n/navigation";

export const generateMetadata = async ({ params }: ProductPageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin.people" });
  return { title: t("one") };
};

const MemberPage = async ({ params, searchParams }: ProductPageProps) => {
  const { locale, id } = await params;
  const t = await getTranslations("admin.people");
  const person = await findMember(locale, id);
  if (!person) return <Away of="admin" title={t("one")} />;
  const history = await readHistory(id);
  return (
    <>
      <Done what={await doneOf(searchParams)} />
      <div className="admin__top">
        <div>
          <h1 tabIndex={-1}>{person.name}</h1>
          <p className="faint">{person.email}</p>
        </div>
      </div>
      <RoleForm key={person.roles.join(" ")} person={person} />
      {history && (
        <section className="admin-panel" aria-labelledby="history">
          <h2 id="history">{t("history")}</h2>
          <AuditLedger events={history} />
          <p>
            <Link href={auditHref({ memberId: id })}>{t("wholeHistory")}</Link>
          </p>
        </section>
      )}
    </>
  );
};

export default MemberPage;
