import "server-only";
import type { Locale } from "../../i18n/routing";
import { readAsStaff } from "../admin/admission";
import type { ModerationChoice } from "./choice";
import { moderationHref } from "./choice";

/** A page of reviews in one state; null while they cannot be read. */
export const listForModeration = async (locale: Locale, choice: ModerationChoice) => {
  const { state, after } = choice;
  const query = { state, limit: 20, ...(after !== undefined && { after }) };
  const header = { "accept-language": locale };
  const reply = await readAsStaff(locale, moderationHref(choice), (staff) =>
    staff.sales.reviews.$get({ header, query }),
  );
  return reply?.status === 200 ? await reply.json() : null;
};
export type ModeratedReview = NonNullable<
  Awaited<ReturnType<typeof listForModeration>>
>["items"][number];
