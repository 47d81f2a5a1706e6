import { discountsOf, lineAmount, linesOf, sumOf, type Promotion } from "./discounts.ts";
import { isFreeBy, methodsFor, withPromotions, type Zone } from "./shipping.ts";
import { taxesOf, type TaxZone } from "./taxes.ts";
import type { CouponAnswer, Priced, Question } from "./types.ts";

/** `promotions` are those without a code and those of the question's codes. */
export type Rules = { promotions: Promotion[]; shippingZones: Zone[]; taxZones: TaxZone[] };

/** What the owner has bought before: any order, and how often with which promotion. */
export type History = { ordered: boolean; uses: Map<string, number> };

type Reason = CouponAnswer["reason"];
type Asked = { question: Question; rules: Rules; history: History };

const unmet = ({ owner, lines, currency }: Question, promotion: Promotion, history: History) => {
  const { conditions, gift } = promotion;
  const about = linesOf(promotion, lines);
  const smallest =
    Object.keys(conditions.subtotal).length === 0 ? 0 : conditions.subtotal[currency];
  return (
    about.length === 0 ||
    smallest === undefined ||
    sumOf(about, lineAmount) < smallest ||
    (conditions.membersOnly && owner.startsWith("guest:")) ||
    (conditions.firstOrder && history.ordered) ||
    (gift.kind === "amount" && gift.amounts[currency] === undefined) ||
    (gift.kind === "buy_x_get_y" && sumOf(about, ({ quantity }) => quantity) < gift.buy + gift.get)
  );
};

/** Why a promotion is out of the question, whatever else applies. */
const refusal = ({ question, history }: Asked, promotion: Promotion): Reason => {
  const { id, startsAt, endsAt, cap, capPerOwner, used } = promotion;
  if (endsAt !== null && endsAt <= question.now) return "expired";
  if (startsAt > question.now) return "not_begun";
  if (cap !== null && used >= cap) return "used_up";
  if (capPerOwner !== null && (history.uses.get(id) ?? 0) >= capPerOwner) return "used_up";
  return unmet(question, promotion, history) ? "conditions" : null;
};

const byRank = (a: Promotion, b: Promotion) => b.priority - a.priority || (a.id < b.id ? -1 : 1);

const priceWith = ({ question, rules }: Asked, promotions: Promotion[]) => {
  const { currency, address } = question;
  const discounts = discountsOf(question.lines, promotions, currency);
  const lines = question.lines.map((line) => {
    const given = discounts.flatMap(({ promotion, discount }) => {
      const amount = discount.get(line.id) ?? 0;
      return amount > 0 ? [{ promotionId: promotion.id, name: promotion.name, amount }] : [];
    });
    const total = lineAmount(line) - sumOf(given, ({ amount }) => amount);
    return { ...line, discounts: given, total };
  });
  const regular = methodsFor(question, rules.shippingZones);
  const shippingMethods = withPromotions(regular, promotions);
  const chosen = ({ code }: { code: string }) => code === question.shippingMethod;
  const shippingMethod = shippingMethods.find(chosen) ?? null;
  const shipping = shippingMethod?.amount ?? null;
  const { byLine, ...tax } = taxesOf(rules.taxZones, address, { lines, shipping: shipping ?? 0 });
  const subtotal = sumOf(question.lines, lineAmount);
  const discount = subtotal - sumOf(lines, ({ total }) => total);
  const frees = (promotion: Promotion) =>
    regular.some((method) => chosen(method) && method.amount > 0 && isFreeBy(promotion, method));
  const gives = ({ id }: Promotion) =>
    lines.some((line) => line.discounts.some(({ promotionId }) => promotionId === id));
  return {
    lines: lines.map((line) => ({ ...line, tax: byLine.get(line.id) ?? 0 })),
    ...{ subtotal, discount, shipping, shippingMethod, shippingMethods, ...tax },
    total: subtotal - discount + (shipping ?? 0) + (tax.taxIncluded ? 0 : tax.tax),
    promotions: promotions.filter((one) => gives(one) || frees(one)).map(({ id }) => id),
  };
};

/**
 * All combinable promotions together, or one exclusive promotion alone: whichever costs the shopper
 * least. At the same total the combination goes first, then the higher priority, then the lower id.
 */
const cheapest = (asked: Asked, open: Promotion[]) => {
  const ranked = open.toSorted(byRank);
  const together = ranked.filter(({ stacking }) => stacking === "combinable");
  const alone = ranked.filter(({ stacking }) => stacking === "exclusive").map((one) => [one]);
  const [first, ...others] = [together, ...alone].map((chosen) => ({
    chosen,
    priced: priceWith(asked, chosen),
  }));
  if (!first) throw new Error("nothing to choose from");
  return others.reduce((best, one) => (one.priced.total < best.priced.total ? one : best), first);
};

/** What a cart costs: integers of minor units only, and the same answer for the same question. */
export const price = (question: Question, rules: Rules, history: History): Priced => {
  const asked = { question, rules, history };
  const codes = question.coupons.map((code) => code.toUpperCase());
  const refused = new Map(rules.promotions.map((one) => [one.id, refusal(asked, one)]));
  const open = rules.promotions.filter(
    ({ id, code }) => refused.get(id) === null && (code === null || codes.includes(code)),
  );
  const { chosen, priced } = cheapest(asked, open);
  const coupons = question.coupons.map((code): CouponAnswer => {
    const promotion = rules.promotions.find((one) => one.code === code.toUpperCase());
    if (!promotion) return { code, name: null, applied: false, reason: "unknown" };
    const { id, name, gift } = promotion;
    const applied =
      chosen.includes(promotion) &&
      (priced.promotions.includes(id) || gift.kind === "free_shipping");
    const reason = applied ? null : (refused.get(id) ?? "not_combinable");
    return { code, name, applied, reason };
  });
  return { ...priced, coupons };
};
