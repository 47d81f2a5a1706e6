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

/** The address of a list. */
export const listHref = (view: View, { q, after }: Choice) => {
  const search = new URLSearchParams({
    ...(view !== "all" && { view }),
    ...(q && { q }),
    ...(after && { after }),
  }).toString();
  return search ? `/admin/products?${search}` : "/admin/products";
};
