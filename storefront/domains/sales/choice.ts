import { searchOf, type ViewChoice } from "../admin/choice";

export const salesViews = ["paid", "sending", "returns", "done", "cancelled"] as const;

export type SalesChoice = ViewChoice<(typeof salesViews)[number]>;

export const salesHref = ({ view, q, after }: SalesChoice) =>
  `/admin/orders${searchOf({ view, q, after })}`;
