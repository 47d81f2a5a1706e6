import { choiceOf } from "../admin/choice";

export const salesViews = ["paid", "sending", "returns", "done", "cancelled"] as const;

export type SalesChoice = {
  q?: string | undefined;
  view?: (typeof salesViews)[number] | undefined;
  after?: string | undefined;
};

/** What the list is asked for by its address; what makes no sense is as if it were not there. */
export const salesChoiceOf = (asked: (name: string) => string | undefined): SalesChoice => {
  const { q, after } = choiceOf(asked).choice;
  const view = salesViews.find((one) => one === asked("view"));
  return { ...(q && { q: q.slice(0, 80) }), ...(after && { after }), ...(view && { view }) };
};

export const salesHref = ({ q, view, after }: SalesChoice) => {
  const search = new URLSearchParams({
    ...(view && { view }),
    ...(q && { q }),
    ...(after && { after }),
  }).toString();
  return search ? `/admin/orders?${search}` : "/admin/orders";
};
