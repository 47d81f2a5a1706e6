import { formatMoney } from "@jangteo/shared/money";
import { getLocale, getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { type PromotionChoice, promotionStates } from "../promotion-choice";
import { currencies } from "../promotion-form";
import type { Promotion } from "../promotions";
import { ViewPaging, ViewTools } from "./list-parts";

const looks = { running: "status--done", coming: "status--wait", ended: "" } as const;

export const PromotionState = async ({ state }: Pick<Promotion, "state">) => {
  const t = await getTranslations("admin.promotions.view");
  return <span className={`status ${looks[state]}`.trim()}>{t(state)}</span>;
};

const path = "/admin/promotions";
type ChoiceProps = { choice: PromotionChoice };

export const PromotionTools = async ({ choice }: ChoiceProps) => {
  const t = await getTranslations("admin.promotions");
  return (
    <ViewTools
      path={path}
      choice={choice}
      tabs={([undefined, ...promotionStates] as const).map((view) => [
        view,
        t(`view.${view ?? "all"}`),
      ])}
      words={{ views: t("views"), searchFor: t("searchFor"), search: t("search") }}
    />
  );
};

const Gives = async ({ gift }: Pick<Promotion, "gift">) => {
  const t = await getTranslations("admin.promotions.gift");
  const locale = await getLocale();
  const percent = "rate" in gift ? String(gift.rate / 100) : "";
  if (gift.kind === "free_shipping") return t("free_shipping");
  if (gift.kind === "percentage") return t("percentage", { percent });
  if (gift.kind === "buy_x_get_y")
    return t("buy_x_get_y", { percent, buy: gift.buy, get: gift.get });
  const amounts = currencies.flatMap((currency) => {
    const amount = gift.amounts[currency];
    return amount === undefined ? [] : [formatMoney({ amount, currency }, locale)];
  });
  return t("amount", { amount: amounts.join(", ") });
};

export const PromotionLedger = async ({ rows }: { rows: readonly Promotion[] }) => {
  const t = await getTranslations("admin.promotions");
  const locale = await getLocale();
  return (
    <div className="scroll-x">
      <table className="ledger">
        <caption>{t("caption", { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("promotion")}</th>
            <th scope="col">{t("code")}</th>
            <th scope="col" className="hide-phone">
              {t("gives")}
            </th>
            <th scope="col">{t("state")}</th>
            <th scope="col" className="end">
              {t("used")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, code, gift, state, used, cap }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={`/admin/promotions/${id}`}>{name[locale]}</Link>
              </th>
              <td>{code ?? <span className="faint">{t("automatic")}</span>}</td>
              <td className="hide-phone">
                <Gives gift={gift} />
              </td>
              <td>
                <PromotionState state={state} />
              </td>
              <td className="end">
                <span className="num">{cap === null ? used : t("usedOf", { used, cap })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

export const PromotionPaging = async ({ choice, next }: ChoiceProps & { next: string | null }) => {
  const t = await getTranslations("admin.promotions");
  const words = { pages: t("pages"), next: t("next"), fromStart: t("fromStart") };
  return <ViewPaging path={path} choice={choice} next={next} words={words} />;
};
