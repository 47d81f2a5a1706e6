import type { Cart } from "@jangteo/order/contract";
import type { Problem } from "@jangteo/shared/problem";

/** Why the shop did not do it, as the messages name it. */
export const troubles = [
  "sold_out",
  "out_of_stock",
  "too_many",
  "too_many_lines",
  "checking_out",
  "gone",
  "changed",
  "refused",
  "unknown",
  "expired",
  "not_begun",
  "used_up",
  "conditions",
  "not_combinable",
] as const;
export type Trouble = (typeof troubles)[number];

export type Answer =
  | { kind: "done"; cart: Cart; again: boolean }
  /** It may have happened or not: to be asked again, as the same request; seconds if it says so. */
  | { kind: "later"; after: number | null }
  | { kind: "refused"; trouble: Trouble };

export type Reply = {
  status: number;
  headers: Pick<Headers, "get">;
  json: () => Promise<unknown>;
};

/** Which rule a refusal of the cart names, if any. */
const ruleIn = ({ errors = [] }: Partial<Problem>) =>
  troubles.find((one) => errors.some(({ rule }) => rule === one));

const troubleOf = (status: number, problem: Partial<Problem>): Trouble => {
  if (status === 412) return "changed";
  if (status === 404) return "gone";
  return ruleIn(problem) ?? "refused";
};

const isLater = (status: number, code: string | undefined) =>
  status === 429 || status >= 500 || code === "in_flight";

const bodyOf = async (reply: Reply): Promise<unknown> => {
  try {
    return await reply.json();
  } catch {
    return {};
  }
};

/** What an answer of the carts means. Bodies come from our own service, so their shape is believed. */
export const readAnswer = async (reply: Reply): Promise<Answer> => {
  const body = await bodyOf(reply);
  if (reply.status === 200) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract of the service
    const cart = body as Cart;
    return { kind: "done", cart, again: reply.headers.get("idempotency-replayed") === "true" };
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract of all services
  const problem = body as Partial<Problem>;
  if (isLater(reply.status, problem.code)) {
    const after = Number(reply.headers.get("retry-after") ?? Number.NaN);
    return { kind: "later", after: Number.isFinite(after) ? after : null };
  }
  return { kind: "refused", trouble: troubleOf(reply.status, problem) };
};
