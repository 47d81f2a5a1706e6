import { getTranslations } from "next-intl/server";

import { FormCheck, FormField } from "../../account/ui/form-field";
import { ActButton } from "../../admin/ui/act-button";
import { AdminPanel } from "../../admin/ui/admin-panel";
import { approveReturn, receiveReturn, refundReturn, rejectReturn } from "../actions";
import type { Sale } from "../orders";
import { ActForm } from "./act-form";

type Return = Sale["returns"][number];
type Props = { sale: Sale; back: Return; place: number };

const Decide = async ({ sale, back, place }: Props) => {
  const t = await getTranslations("admin.sales");
  const about = { order: sale.id, part: back.id };
  return (
    <>
      <ActForm name={`approve-${place}`} action={approveReturn} about={about}>
        <div className="actions">
          <ActButton act="approve" look="act">
            {t("approve")}
          </ActButton>
        </div>
      </ActForm>
      <ActForm name={`reject-${place}`} action={rejectReturn} about={about}>
        <FormField name="note" label={t("rejectWhy")} maxLength={300} />
        <div className="actions">
          <ActButton act="reject">{t("reject")}</ActButton>
        </div>
      </ActForm>
    </>
  );
};

const Receive = async ({ sale, back, place }: Props) => {
  const t = await getTranslations("admin.sales");
  return (
    <ActForm
      name={`receive-${place}`}
      action={receiveReturn}
      about={{ order: sale.id, part: back.id }}
    >
      <FormCheck name="sellable" label={t("sellable")} />
      <div className="actions">
        <ActButton act="receive" look="act">
          {t("receive")}
        </ActButton>
      </div>
    </ActForm>
  );
};

const GiveBack = async ({ sale, back, place }: Props) => {
  const t = await getTranslations("admin.sales");
  return (
    <ActForm name={`pay-${place}`} action={refundReturn} about={{ order: sale.id, part: back.id }}>
      <FormCheck name="sure" label={t("sureRefund")} />
      <div className="actions">
        <ActButton act="refund" look="danger">
          {t("refundReturn")}
        </ActButton>
      </div>
    </ActForm>
  );
};

const steps = { requested: Decide, approved: Receive, received: GiveBack };

/** What shoppers want to send back, and the next step of each. */
export const Returns = async ({ sale }: { sale: Sale }) => {
  const t = await getTranslations("admin.sales");
  const nameOf = (lineId: string) => sale.lines.find((line) => line.id === lineId)?.name ?? "";
  return sale.returns.map((back, at) => {
    const { id, state, lines, note } = back;
    const Step = state === "rejected" || state === "refunded" ? undefined : steps[state];
    const told = lines.map(
      ({ lineId, quantity, reason }) => `${nameOf(lineId)} × ${quantity}: ${reason}`,
    );
    return (
      <AdminPanel
        key={id}
        id={`return-${at + 1}`}
        title={t("return", { place: at + 1 })}
        text={[...told, t(`returns.${state}`), note].filter(Boolean).join(" · ")}
      >
        {Step && <Step place={at + 1} {...{ sale, back }} />}
      </AdminPanel>
    );
  });
};
