import { choiceOf } from "./choice";

export const promotionStates = ["running", "coming", "ended"] as const;
type State = (typeof promotionStates)[number];

export type PromotionChoice = {
  q?: string | undefined;
  state?: State | undefined;
  after?: string | undefined;
};

/** What the list is asked for by its address; what makes no sense is as if it were not there. */
export const promotionChoiceOf = (asked: (name: string) => string | undefined): PromotionChoice => {
  const { q, after } = choiceOf(asked).choice;
  const state = promotionStates.find((one) => one === asked("view"));
  return { ...(q && { q: q.slice(0, 80) }), ...(after && { after }), ...(state && { state }) };
};

export const promotionsHref = ({ q, state, after }: PromotionChoice) => {
  const search = new URLSearchParams({
    ...(state && { view: state }),
    ...(q && { q }),
    ...(after && { after }),
  }).toString();
  return search ? `/admin/promotions?${search}` : "/admin/promotions";
};
