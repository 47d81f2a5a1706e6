import { searchOf, type ViewChoice } from "./choice";

export const promotionStates = ["running", "coming", "ended"] as const;

export type PromotionChoice = ViewChoice<(typeof promotionStates)[number]>;

export const promotionsHref = ({ view, q, after }: PromotionChoice) =>
  `/admin/promotions${searchOf({ view, q, after })}`;
