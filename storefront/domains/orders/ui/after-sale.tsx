import type { Order } from "@jangteo/order/contract";
import { getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { buttonClass } from "../../../ui/button";
import { freshForm } from "../../account/forms";
import { ActionForm } from "../../account/ui/action-form";
import { FormField, Submit } from "../../account/ui/form-field";
import { formWords } from "../../account/ui/form-words";
import { cancelOrder, requestReturn } from "../actions/after-sale";
import { fieldOf } from "../units";

type AfterSaleProps = { order: Order; own: boolean };

const hiddenOf = ({ order, own }: AfterSaleProps) => ({
  id: order.id,
  own: own ? "yes" : "no",
});

const Cancel = async (props: AfterSaleProps) => {
  const t = await getTranslations("orders.after");
  return (
    <section className="panel" aria-labelledby="cancel">
      <h2 id="cancel">{t("cancel")}</h2>
      <ActionForm
        name="cancelOrder"
        className="account__form"
        action={cancelOrder}
        initial={freshForm()}
        words={await formWords("cancelOrder")}
        hidden={hiddenOf(props)}
      >
        <p className="soft measure">{t("cancelText")}</p>
        <FormField name="reason" label={t("cancelReason")} maxLength={300} />
        <Submit look="danger">{t("cancelNow")}</Submit>
      </ActionForm>
    </section>
  );
};

const Return = async (props: AfterSaleProps) => {
  const t = await getTranslations("orders.after");
  const open = props.order.lines.filter(({ returnable }) => returnable > 0);
  const lines = open.length > 0 ? open : props.order.lines;
  const units = lines.map(({ id }) => [fieldOf(id), lines.length === 1 ? "1" : "0"]);
  return (
    <section className="panel" aria-labelledby="return">
      <h2 id="return">{t("return")}</h2>
      <ActionForm
        name="requestReturn"
        className="account__form"
        action={requestReturn}
        initial={freshForm(Object.fromEntries(units))}
        words={await formWords("requestReturn")}
        hidden={hiddenOf(props)}
      >
        <p className="soft measure">{t("returnText")}</p>
        {lines.map(({ id, name, options, returnable }) => (
          <FormField
            key={id}
            name={fieldOf(id)}
            type="number"
            inputMode="numeric"
            min={0}
            max={returnable}
            label={[name, ...options.map(({ value }) => value)].join(", ")}
            hint={t("most", { count: returnable })}
          />
        ))}
        <FormField name="reason" label={t("returnReason")} maxLength={300} />
        <Submit>{t("returnNow")}</Submit>
      </ActionForm>
    </section>
  );
};

type AskProps = AfterSaleProps & {
  /** Where the order is shown. */
  here: string;
  /** What is asked for now; its form stays open when it is refused, without a script as well. */
  ask: string | undefined;
};

/** What its owner may ask for now: ways to the forms, or the form that was opened. */
export const AfterSale = async ({ here, ask, ...props }: AskProps) => {
  const t = await getTranslations("orders.after");
  const { can } = props.order;
  const { own } = props;
  // Also when it is too late: the form then says so, and keeps what was typed.
  if (ask === "cancel") return <Cancel {...props} />;
  if (ask === "return") return <Return {...props} />;
  return (
    <div className="actions">
      {own && can.includes("review") && (
        <Link className={buttonClass()} href="/account/reviews">
          {t("review")}
        </Link>
      )}
      {(["cancel", "return"] as const)
        .filter((way) => can.includes(way))
        .map((way) => (
          <Link key={way} className={buttonClass()} href={`${here}?ask=${way}#${way}`}>
            {t(way)}
          </Link>
        ))}
    </div>
  );
};
