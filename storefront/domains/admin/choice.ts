import type { Choice } from "./queries";

export const views = ["all", "active", "draft", "archived", "low", "gone"] as const;
export type View = (typeof views)[number];

export const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a list is asked for by its address; what makes no sense is as if it were not there. */
export const choiceOf = (asked: (name: string) => string | undefined) => {
  const q = asked("q")
    ?.normalize()
    .replaceAll(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, 100);
  const after = asked("after");
  const view: View = views.find((one) => one === asked("view")) ?? "all";
  const choice: Choice = {
    ...(q && { q }),
    ...(after !== undefined && uuid.test(after) && { after }),
    ...(view === "active" || view === "draft" || view === "archived" ? { status: view } : {}),
    ...(view === "low" && { status: "active", availability: "low_stock" }),
    ...(view === "gone" && { status: "active", availability: "sold_out" }),
  };
  return { view, choice };
};

/** What an address asks for, without what it leaves open. */
export const searchOf = (asked: Readonly<Record<string, string | undefined>>) => {
  const given = Object.entries(asked).flatMap(([name, value]): [string, string][] =>
    value ? [[name, value]] : [],
  );
  const search = new URLSearchParams(given).toString();
  return search && `?${search}`;
};

/** The address of the list of products. */
export const listHref = (view: View, { q, after }: Choice) =>
  `/admin/products${searchOf({ view: view === "all" ? undefined : view, q, after })}`;

/** What a list with views of its own is asked for: the view, words of at most eighty characters, a page. */
export const viewChoiceOf = <T extends string>(
  known: readonly T[],
  asked: (name: string) => string | undefined,
) => {
  const { q, after } = choiceOf(asked).choice;
  const view = known.find((one) => one === asked("view"));
  return { ...(q && { q: q.slice(0, 80) }), ...(after && { after }), ...(view && { view }) };
};
export type ViewChoice<T extends string> = {
  q?: string | undefined;
  view?: T | undefined;
  after?: string | undefined;
};
