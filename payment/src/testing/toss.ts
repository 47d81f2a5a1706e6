import { Buffer } from "node:buffer";

import { testServer } from "../testing.ts";

type Kept = {
  paymentKey: string;
  orderId: string;
  status: string;
  totalAmount: number;
  balanceAmount: number;
  card: { number: string; issuerCode: string };
  cancels: { cancelReason: string; cancelAmount: number }[] | null;
  failure: { code: string } | null;
};
type Body = Record<string, unknown>;
type Answer = { status: number; body: object };

export const tossKeys = { clientKey: "test_ck_of_the_tests", secretKey: "test_sk_of_the_tests" };

const refuse = (status: number, code: string): Answer => ({
  status,
  body: { code, message: "토스페이먼츠가 말하는 대로" },
});
const say = (body: object): Answer => ({ status: 200, body });

/** A server that demands what the documentation of Toss Payments does, for the little that is used. */
export const testToss = () => {
  const all = new Map<string, Kept>();
  const answers = new Map<string, Answer>();
  const problems: Answer[] = [];
  const rejected = new Set<string>();
  const byKey = (key: string) => [...all.values()].find(({ paymentKey }) => paymentKey === key);

  const confirm = ({ paymentKey, orderId, amount }: Body) => {
    const kept = all.get(String(orderId));
    if (kept?.paymentKey !== paymentKey || !kept) return refuse(404, "NOT_FOUND_PAYMENT_SESSION");
    if (kept.status !== "IN_PROGRESS") return refuse(400, "ALREADY_PROCESSED_PAYMENT");
    if (amount !== kept.totalAmount) return refuse(403, "FORBIDDEN_REQUEST");
    if (rejected.has(kept.orderId)) {
      Object.assign(kept, { status: "ABORTED", failure: { code: "REJECT_CARD_PAYMENT" } });
      return refuse(403, "REJECT_CARD_PAYMENT");
    }
    kept.status = "DONE";
    return say(kept);
  };
  const cancel = (paymentKey: string, { cancelReason, cancelAmount }: Body) => {
    const kept = byKey(paymentKey);
    if (!kept) return refuse(404, "NOT_FOUND_PAYMENT");
    if (typeof cancelReason !== "string" || cancelReason.length > 200)
      return refuse(400, "INVALID_REQUEST");
    if (!["DONE", "PARTIAL_CANCELED"].includes(kept.status))
      return refuse(400, "ALREADY_CANCELED_PAYMENT");
    const amount = Number(cancelAmount ?? kept.balanceAmount);
    if (amount > kept.balanceAmount) return refuse(403, "NOT_CANCELABLE_AMOUNT");
    kept.balanceAmount -= amount;
    kept.status = kept.balanceAmount === 0 ? "CANCELED" : "PARTIAL_CANCELED";
    kept.cancels = [...(kept.cancels ?? []), { cancelReason, cancelAmount: amount }];
    return say(kept);
  };
  const read = (path: string) => {
    if (path === "/v1/transactions")
      return say([...all.values()].map(({ orderId, paymentKey }) => ({ orderId, paymentKey })));
    const [, , , kind = "", id = ""] = path.split("/");
    const kept = kind === "orders" ? all.get(id) : byKey(kind);
    return kept ? say(kept) : refuse(404, "NOT_FOUND_PAYMENT");
  };

  const address = testServer(async (request) => {
    const { pathname } = new URL(request.url);
    const reply = ({ status, body }: Answer) => Response.json(body, { status });
    const planned = problems.shift();
    if (planned) return reply(planned);
    const basic = Buffer.from(`${tossKeys.secretKey}:`).toString("base64");
    if (request.headers.get("authorization") !== `Basic ${basic}`)
      return reply(refuse(401, "UNAUTHORIZED_KEY"));
    if (request.method === "GET") return reply(read(pathname));
    const key = request.headers.get("idempotency-key") ?? "";
    if (key === "" || key.length > 300) return reply(refuse(400, "INVALID_IDEMPOTENCY_KEY"));
    // The same key at the same address is answered as the first time, whatever became of it since.
    const name = `${pathname} ${key}`;
    const body = (await request.json()) as Body;
    const made =
      answers.get(name) ??
      (pathname.endsWith("/confirm") ? confirm(body) : cancel(pathname.split("/")[3] ?? "", body));
    answers.set(name, structuredClone(made));
    return reply(made);
  });

  return {
    url: address.href,
    payments: all,
    fail: (status: number, code: string) => void problems.push(refuse(status, code)),
    /** The payer chose a card in the window, and proved who they are. */
    choose: (orderId: string, amount: number, { isRejected = false } = {}) => {
      if (isRejected) rejected.add(orderId);
      const kept = {
        ...{ paymentKey: `tviva${crypto.randomUUID()}`, orderId, status: "IN_PROGRESS" },
        ...{ totalAmount: amount, balanceAmount: amount, cancels: null, failure: null },
        card: { number: "43301234****123*", issuerCode: "61" },
      };
      all.set(orderId, kept);
      return kept;
    },
  };
};
