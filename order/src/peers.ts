import { serviceFetch, type Api, type Fetch } from "@jangteo/shared/client";
import { AppError, dependencyAway, Problem } from "@jangteo/shared/problem";
import { hc } from "hono/client";

type ProductApi = Api<typeof import("@jangteo/product/contract")>;
type PaymentApi = Api<typeof import("@jangteo/payment/contract")>;
export type Payment = import("@jangteo/payment/contract").Payment;

/** A token of our own that this service takes. */
export type ServiceToken = (service: string) => Promise<string>;
type Options = { url: string; fetch?: Fetch | undefined; token: ServiceToken };

/** What a peer that answers so is told as: it could not, and may be asked again. */
export const away = (service: string, status: number) =>
  dependencyAway(new Error(`The ${service} service answered ${status}`));

export type Held = { variantId: string; quantity: number }[];

const settled = (status: number) => {
  if (status === 200) return true;
  if (status === 404 || status === 409) return false;
  throw away("product", status);
};

/** The stock of the product service. What is asked twice happens once. */
export const createStock = ({ url, fetch, token }: Options) => {
  const { reservations } = hc<ProductApi>(url, {
    fetch: serviceFetch(5000, fetch),
    headers: async () => ({ authorization: `Bearer ${await token("product")}` }),
  }).internal;
  return {
    /** Tells that units left the shop, under a name of their own; false where they are not set aside. */
    send: async (checkoutId: string, id: string, lines: Held) => {
      const sent = { param: { checkoutId }, json: { id, lines } };
      return settled((await reservations[":checkoutId"].shipments.$post(sent)).status);
    },
    /** Tells that units can be sold again; false where they were never sent. */
    takeBack: async (checkoutId: string, id: string, lines: Held) => {
      const back = { param: { checkoutId }, json: { id, lines } };
      return settled((await reservations[":checkoutId"].returns.$post(back)).status);
    },
    /** Holds every line, or answers which of them are short. */
    hold: async (checkoutId: string, lines: Held, minutes: number) => {
      const reply = await reservations.$post({ json: { checkoutId, minutes, lines } });
      if (reply.status === 201) return { held: true as const };
      if (reply.status !== 409) throw away("product", reply.status);
      const { errors = [] } = Problem.parse(await reply.json());
      const short = errors.flatMap(({ pointer }) => {
        const line = lines[Number(pointer.split("/")[2])];
        return line ? [line.variantId] : [];
      });
      return { held: false as const, short };
    },
    /** Turns what is held; false where nothing of it can be turned so any more. */
    turn: async (checkoutId: string, to: "committed" | "released" | "shipped" | "cancelled") => {
      const reply = await reservations[":checkoutId"].transitions.$post({
        param: { checkoutId },
        json: { to },
      });
      return settled(reply.status);
    },
  };
};
export type Stock = ReturnType<typeof createStock>;

export type NewPayment = {
  checkoutId: string;
  owner: string;
  method: string;
  amount: number;
  currency: "KRW" | "USD";
  description: string;
  email: string;
  language: "ko" | "en";
  returnUrl: string;
};

/** The answer was made by the contract that its type comes from. */
const toPayment = (json: unknown) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  json as Payment;

const paid = async (reply: { status: number; json: () => Promise<unknown> }) => {
  if (reply.status === 200 || reply.status === 201) return toPayment(await reply.json());
  if (reply.status !== 409) throw away("payment", reply.status);
  const { code, title } = Problem.parse(await reply.json());
  if (code === "conflict") throw new AppError("conflict", title);
  throw away("payment", reply.status);
};

/** The payment service. What is asked twice under one key happens once. */
export const createPayments = ({ url, fetch, token }: Options) => {
  const { payments } = hc<PaymentApi>(url, {
    fetch: serviceFetch(15_000, fetch),
    headers: async () => ({ authorization: `Bearer ${await token("payment")}` }),
  }).internal;
  return {
    /** Undefined where the method does not exist, or does not take this currency. */
    start: async (json: NewPayment) => {
      const reply = await payments.$post({ json });
      if (reply.status === 400) return undefined;
      return paid(reply);
    },
    inquire: async (id: string) => paid(await payments[":id"].inquiries.$post({ param: { id } })),
    capture: async (id: string, key: string) =>
      paid(await payments[":id"].captures.$post({ param: { id }, json: { key } })),
    cancel: async (id: string, key: string) =>
      paid(await payments[":id"].voids.$post({ param: { id }, json: { key } })),
    refund: async (id: string, key: string, amount?: number) =>
      paid(
        await payments[":id"].refunds.$post({
          param: { id },
          json: { key, ...(amount !== undefined && { amount }) },
        }),
      ),
  };
};
export type Payments = ReturnType<typeof createPayments>;
