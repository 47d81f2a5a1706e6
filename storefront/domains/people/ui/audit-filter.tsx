import { getLocale, getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { buttonClass } from "../../../ui/button";
import { actions, type AuditChoice, auditHref } from "../choice";
import { actionKey } from "./audit-ledger";

/** Narrows the list to one kind of event, by an address; of whose account, a link may have said. */
export const AuditFilter = async ({ choice: { memberId, action } }: { choice: AuditChoice }) => {
  const t = await getTranslations("admin.audit");
  return (
    <search>
      <form className="input-row" action={`/${await getLocale()}/admin/audit`}>
        {memberId !== undefined && <input type="hidden" name="member" value={memberId} />}
        <label className="sr" htmlFor="action">
          {t("kind")}
        </label>
        <select className="input" id="action" name="action" defaultValue={action ?? ""}>
          <option value="">{t("all")}</option>
          {actions.map((one) => (
            <option key={one} value={one}>
              {t(`action.${actionKey(one)}`)}
            </option>
          ))}
        </select>
        <button className={buttonClass()} type="submit">
          {t("show")}
        </button>
      </form>
      {memberId !== undefined && (
        <p>
          <Link href={auditHref({ action })}>{t("everybody")}</Link>
        </p>
      )}
    </search>
  );
};
