import { getTranslations } from "next-intl/server";

import { FormField } from "../../account/ui/form-field";
import { ActButton } from "../../admin/ui/act-button";
import { AdminPanel } from "../../admin/ui/admin-panel";
import { deliverParcel, planParcel, shipParcel, unpackParcel } from "../actions";
import type { Sale } from "../orders";
import { ActForm } from "./act-form";

type Parcel = Sale["fulfilments"][number];

/** Units of a line that are in no parcel yet. */
const openOf = ({ fulfilments }: Sale, { id, quantity }: Sale["lines"][number]) =>
  fulfilments
    .filter(({ state }) => state !== "cancelled")
    .flatMap(({ lines }) => lines)
    .filter(({ lineId }) => lineId === id)
    .reduce((left, line) => left - line.quantity, quantity);

const Plan = async ({ sale }: { sale: Sale }) => {
  const t = await getTranslations("admin.sales");
  const open = sale.lines
    .map((line) => ({ line, left: openOf(sale, line) }))
    .filter(({ left }) => left > 0);
  if (open.length === 0 || !["confirmed", "fulfilling"].includes(sale.state)) return null;
  const values = Object.fromEntries(open.map(({ line, left }) => [`units.${line.id}`, `${left}`]));
  return (
    <AdminPanel id="plan" title={t("plan")} text={t("planText")}>
      <ActForm name="plan" action={planParcel} about={{ order: sale.id }} values={values}>
        {open.map(({ line, left }) => (
          <FormField
            key={line.id}
            name={`units.${line.id}`}
            inputMode="numeric"
            label={t("unitsOf", { name: line.name, left })}
          />
        ))}
        <div className="actions">
          <ActButton act="plan">{t("planNow")}</ActButton>
        </div>
      </ActForm>
    </AdminPanel>
  );
};

const Pack = async ({ sale, parcel, place }: { sale: Sale; parcel: Parcel; place: number }) => {
  const t = await getTranslations("admin.sales");
  const { id, state, carrier, trackingNumber, lines } = parcel;
  const about = { order: sale.id, part: id };
  const nameOf = (lineId: string) => sale.lines.find((line) => line.id === lineId)?.name ?? "";
  const held = lines.map(({ lineId, quantity }) => `${nameOf(lineId)} × ${quantity}`).join(", ");
  return (
    <AdminPanel
      id={`parcel-${place}`}
      title={t("parcel", { place })}
      text={[held, t(`parcels.${state}`), carrier, trackingNumber].filter(Boolean).join(" · ")}
    >
      {state === "pending" && (
        <>
          <ActForm name={`ship-${place}`} action={shipParcel} about={about}>
            <FormField name="carrier" label={t("carrier")} maxLength={60} />
            <FormField name="trackingNumber" label={t("trackingNumber")} maxLength={60} />
            <div className="actions">
              <ActButton act="ship" look="act">
                {t("ship")}
              </ActButton>
            </div>
          </ActForm>
          <ActForm name={`unpack-${place}`} action={unpackParcel} about={about}>
            <div className="actions">
              <ActButton act="unpack">{t("unpack")}</ActButton>
            </div>
          </ActForm>
        </>
      )}
      {state === "shipped" && (
        <ActForm name={`deliver-${place}`} action={deliverParcel} about={about}>
          <div className="actions">
            <ActButton act="deliver">{t("deliver")}</ActButton>
          </div>
        </ActForm>
      )}
    </AdminPanel>
  );
};

/** What is to be sent, what is packed, and what is on its way. */
export const Parcels = ({ sale }: { sale: Sale }) => (
  <>
    {sale.fulfilments.map((parcel, at) => (
      <Pack key={parcel.id} place={at + 1} {...{ sale, parcel }} />
    ))}
    <Plan sale={sale} />
  </>
);
