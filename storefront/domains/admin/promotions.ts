import "server-only";
import type { Locale } from "../../i18n/routing";
import { readAsStaff } from "./admission";
import { type PromotionChoice, promotionsHref } from "./promotion-choice";

export const listPromotions = async (locale: Locale, choice: PromotionChoice) => {
  const { view: state, ...narrowed } = choice;
  const query = { ...narrowed, ...(state && { state }), limit: 50 };
  const reply = await readAsStaff(locale, promotionsHref(choice), (staff) =>
    staff.promotions.$get({ query }),
  );
  return reply?.status === 200 ? await reply.json() : null;
};

export const findPromotion = async (locale: Locale, id: string) => {
  const reply = await readAsStaff(locale, `/admin/promotions/${id}`, (staff) =>
    staff.promotions[":id"].$get({ param: { id } }),
  );
  return reply?.status === 200 ? await reply.json() : null;
};
export type Promotion = NonNullable<Awaited<ReturnType<typeof findPromotion>>>;
