import { formatMoney } from "@jangteo/shared/money";
import { getLocale, getTranslations } from "next-intl/server";

import { FormArea } from "../../account/ui/form-area";
import { FormCheck, FormField } from "../../account/ui/form-field";
import { ActButton } from "../../admin/ui/act-button";
import { AdminPanel } from "../../admin/ui/admin-panel";
import { cancelSale, noteSale, refundSale } from "../actions";
import type { Sale } from "../orders";
import { ActForm } from "./act-form";

export const Cancel = async ({ sale }: { sale: Sale }) => {
  const t = await getTranslations("admin.sales");
  const isSent = sale.fulfilments.some(({ state }) => state !== "pending" && state !== "cancelled");
  if (isSent || !["placed", "confirmed", "fulfilling"].includes(sale.state)) return null;
  return (
    <AdminPanel id="cancel" title={t("cancel")} text={t("cancelText")}>
      <ActForm name="cancel" action={cancelSale} about={{ order: sale.id }}>
        <FormField name="reason" label={t("why")} maxLength={300} />
        <FormCheck name="sure" label={t("sureCancel")} />
        <div className="actions">
          <ActButton act="cancel" look="danger">
            {t("cancelNow")}
          </ActButton>
        </div>
      </ActForm>
    </AdminPanel>
  );
};

export const Refund = async ({ sale }: { sale: Sale }) => {
  const t = await getTranslations("admin.sales");
  const locale = await getLocale();
  const { id, currency, refundable, state, payment } = sale;
  const left = formatMoney({ amount: refundable, currency }, locale);
  const given = formatMoney(payment.refunded, locale);
  return (
    <AdminPanel id="refund" title={t("refund")} text={t("refundText", { left, given })}>
      {refundable > 0 && state !== "cancelled" && (
        <ActForm name="refund" action={refundSale} about={{ order: id, currency }}>
          <FormField name="amount" inputMode="decimal" label={t("amount", { currency })} />
          <FormField name="reason" label={t("why")} maxLength={300} />
          <FormCheck name="sure" label={t("sureRefund")} />
          <div className="actions">
            <ActButton act="refund" look="danger">
              {t("refundNow")}
            </ActButton>
          </div>
        </ActForm>
      )}
    </AdminPanel>
  );
};

export const Notes = async ({ sale }: { sale: Sale }) => {
  const t = await getTranslations("admin.sales");
  const notes = sale.events.filter(({ type }) => type === "note");
  return (
    <AdminPanel id="notes" title={t("notes")} text={t("notesText")}>
      {notes.length > 0 && (
        <ul>
          {notes.map(({ at, detail }) => (
            <li key={at}>{detail}</li>
          ))}
        </ul>
      )}
      <ActForm name="note" action={noteSale} about={{ order: sale.id }}>
        <FormArea name="text" label={t("note")} rows={2} />
        <div className="actions">
          <ActButton act="note">{t("noteNow")}</ActButton>
        </div>
      </ActForm>
    </AdminPanel>
  );
};
