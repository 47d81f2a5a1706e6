import { formatMoney } from "@jangteo/shared/money";
import { getLocale, getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { Told } from "../../account/ui/told";
import type { Checkout } from "../checkout";
import { findCart, findCheckout } from "../queries";

const troubles = ["away", "meanwhile", "busy", "refused", "stock"] as const;
const declines = [
  "card_declined",
  "insufficient_funds",
  "expired_card",
  "authentication_failed",
] as const;

/** Which lines stand in the way, by name, where the cart can tell. */
const Missing = async () => {
  const t = await getTranslations("checkout.stock");
  const cart = await findCart(await getLocale());
  const lines = cart?.lines.filter(({ problem }) => problem !== null) ?? [];
  return (
    <>
      <b>{t("title")}</b>
      <ul>
        {lines.map(({ id, name, problem, available }) => (
          <li key={id}>{t(problem ?? "sold_out", { name, available: available ?? 0 })}</li>
        ))}
      </ul>
      <p>
        {t("safe")} <Link href="/cart">{t("cart")}</Link>
      </p>
    </>
  );
};

const Declined = async ({ detail }: { detail: string | null }) => {
  const t = await getTranslations("checkout.failed");
  if (detail === "cancelled_by_payer") return <p>{t("payment_abandoned")}</p>;
  const known = declines.find((word) => word === detail);
  return (
    <>
      <b>{t("payment_declined")}</b>
      <p>{t(known ?? "card_declined")}</p>
    </>
  );
};

/** Why the last try came to nothing, in words, and what is safe. */
const Failed = async ({ id }: { id: string }) => {
  const t = await getTranslations("checkout.failed");
  const found = await findCheckout(await getLocale(), id);
  if (found.kind !== "checkout") return null;
  const { failure, state } = found.checkout;
  if (state === "cancelled" || failure?.code === "cancelled") return <Told>{t("cancelled")}</Told>;
  if (!failure) return null;
  const { code, detail } = failure;
  return (
    <Told bad>
      {code === "out_of_stock" && <Missing />}
      {code === "payment_declined" && <Declined detail={detail} />}
      {code !== "out_of_stock" && code !== "payment_declined" && <p>{t(code)}</p>}
      <p>{t("safe")}</p>
    </Told>
  );
};

type WhyProps = { checkout: Checkout; asked: (name: string) => string | undefined };

/** What came of the last press, above the form; it takes focus. */
export const Why = async ({ checkout, asked }: WhyProps) => {
  const t = await getTranslations("checkout");
  const locale = await getLocale();
  const [failed, trouble, agreed] = [asked("failed"), asked("trouble"), Number(asked("agreed"))];
  const { total } = checkout.totals;
  const known = troubles.find((one) => one === trouble);
  if (failed !== undefined) return <Failed id={failed} />;
  if (Number.isSafeInteger(agreed) && agreed > 0 && agreed !== total.amount)
    return (
      <Told bad>
        <b>{t("priceChanged")}</b>
        <p>
          {t("priceWas", {
            before: formatMoney({ ...total, amount: agreed }, locale),
            now: formatMoney(total, locale),
          })}
        </p>
      </Told>
    );
  if (known === undefined) return null;
  return <Told bad>{known === "stock" ? <Missing /> : <p>{t(`trouble.${known}`)}</p>}</Told>;
};
