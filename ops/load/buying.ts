import { rowOf } from "./condense.ts";
import type { Market } from "./market.ts";
import { mostOf, type Most } from "./most.ts";
import type { Effort, Part } from "./parts.ts";
import { addition, orderList, purchase, readCart } from "./purchase.ts";
import { inRounds, named, ratioOf, type Subject } from "./rounds.ts";
import type { Ask, Errand } from "./send.ts";

const at = <T>(list: readonly T[], n: number): T => {
  const one = list[n % list.length];
  if (one === undefined) throw new Error("There is nobody, or nothing, to choose from");
  return one;
};

type Asking = (token: string, n: number) => Ask | Errand;

/** Somebody new each time. */
const byGuests = ({ people }: Market, ask: Asking): Pick<Subject, "ask" | "prepare"> => {
  const waiting: string[] = [];
  return {
    prepare: async (most) => {
      waiting.splice(0, waiting.length, ...(await people.guests(most)));
    },
    ask: (n) => ask(waiting.pop() ?? "", n),
  };
};

/** A few who come again and again, each with three lines in the cart. */
const byRegulars = (market: Market, ask: Asking): Pick<Subject, "ask" | "prepare"> => {
  const known: string[] = [];
  return {
    prepare: async (most) => {
      known.splice(0, known.length, ...(await market.people.guests(Math.ceil(most / 8))));
      for (const token of known)
        for (const n of [0, 1, 2]) {
          const {
            url,
            headers = {},
            body,
          } = addition(market.order.url, token, at(market.variants, n));
          const json = { ...headers, "content-type": "application/json" };
          const reply = await fetch(url, {
            method: "POST",
            headers: json,
            body: JSON.stringify(body),
          });
          if (!reply.ok) throw new Error(`A cart could not be filled: ${await reply.text()}`);
        }
    },
    ask: (n) => ask(at(known, n), n),
  };
};

const processesOf = ({ order, product, payment, sandbox, postgres }: Market) => ({
  order: order.cpu,
  product: product.cpu,
  payment: payment.cpu,
  sandbox: sandbox.cpu,
  postgres: postgres.cpu,
});

/** Putting something into a cart, and reading it. */
export const carts = async (market: Market, effort: Effort): Promise<Part> => {
  const { order, product, gateway, bare, postgres, variants } = market;
  const behind = { order: order.cpu, product: product.cpu, postgres: postgres.cpu };
  const throughAll = { gateway: gateway.cpu, ...behind };
  const adding = (origin: string) =>
    byGuests(market, (token, n) => addition(origin, token, at(variants, n)));
  const again = (origin: string) =>
    byRegulars(market, (token, n) => addition(origin, token, at(variants, n % 3)));
  const reading = (origin: string) => byRegulars(market, (token) => readCart(origin, token));
  // The bare server writes what the service wrote for this one.
  await again(order.url).prepare?.(8);
  const bareOnes: Subject = {
    ...{ name: "new guest adds, bare", rate: 40, cpu: { bare: bare.cpu, postgres: postgres.cpu } },
    ask: (n) => addition(bare.url, "nobody", at(variants, n)),
  };
  const news: Subject = {
    ...{ name: "new guest adds, service", rate: 40, cpu: behind },
    ...adding(order.url),
  };
  const measured = await inRounds(
    [
      bareOnes,
      news,
      { name: "new guest adds, gateway", rate: 40, cpu: throughAll, ...adding(gateway.url) },
      { name: "cart of 3 gets more, service", rate: 40, cpu: behind, ...again(order.url) },
      { name: "cart of 3 gets more, gateway", rate: 40, cpu: throughAll, ...again(gateway.url) },
      { name: "cart of 3 is read, service", rate: 40, cpu: behind, ...reading(order.url) },
      { name: "cart of 3 is read, gateway", rate: 40, cpu: throughAll, ...reading(gateway.url) },
    ],
    effort,
  );
  const ratio = (one: string, other: string, part?: [string, string]) =>
    ratioOf(named(measured, one), named(measured, other), part);
  const most: Record<string, Most> = {};
  for (const subject of [bareOnes, news])
    most[subject.name] = await mostOf(subject, effort.seconds);
  return {
    title: "Carts",
    rows: measured.map(rowOf),
    ratios: {
      "new guest adds: service / bare": ratio("new guest adds, service", "new guest adds, bare"),
      "new guest adds: service / bare, without the database": ratio(
        "new guest adds, service",
        "new guest adds, bare",
        ["order", "bare"],
      ),
      "new guest adds: gateway / service": ratio(
        "new guest adds, gateway",
        "new guest adds, service",
      ),
    },
    most,
  };
};

/** From nothing to an order, and a member's list of orders; in a young shop and in one that sold much. */
export const purchases = async (market: Market, effort: Effort): Promise<Part> => {
  const { order, grown, gateway, variants, shop, orders, people, regular } = market;
  const young = processesOf(market);
  const old = { ...young, order: grown.cpu };
  const throughAll = { gateway: gateway.cpu, ...young };
  const buying = (origin: string) =>
    byGuests(market, (token, n) => purchase({ origin, token, shop, variantId: at(variants, n) }));
  // So many that the gateway's limit for each of them is out of reach.
  const newcomers = Array.from({ length: 32 }, () => crypto.randomUUID());
  const listing = (origin: string, who: string[]): Pick<Subject, "ask" | "prepare"> => {
    const tokens: string[] = [];
    return {
      prepare: async () =>
        void tokens.splice(0, tokens.length, ...who.map((one) => people.member(one))),
      ask: (n) => orderList(origin, at(tokens, n)),
    };
  };
  const direct: Subject = {
    ...{ name: "purchase, service", rate: 3, cpu: young },
    ...buying(order.url),
  };
  const grownOnes: Subject = {
    ...{ name: `purchase after ${orders} orders, service`, rate: 3, cpu: old },
    ...buying(grown.url),
  };
  const measured = await inRounds(
    [
      direct,
      { name: "purchase, gateway", rate: 3, cpu: throughAll, ...buying(gateway.url) },
      grownOnes,
      {
        name: `list of ${orders / 100} orders, service`,
        rate: 40,
        cpu: old,
        ...listing(grown.url, [regular]),
      },
      { name: "list of none, service", rate: 40, cpu: young, ...listing(order.url, newcomers) },
      {
        name: "list of none, gateway",
        rate: 40,
        cpu: throughAll,
        ...listing(gateway.url, newcomers),
      },
    ],
    effort,
  );
  const most: Record<string, Most> = {};
  for (const subject of [direct, grownOnes])
    most[subject.name] = await mostOf(subject, effort.seconds * 2);
  return {
    title: "Purchases: a cart of one line, the address, the sandbox's page, the order, captured",
    rows: measured.map(rowOf),
    ratios: {
      "purchase: gateway / service": ratioOf(
        named(measured, "purchase, gateway"),
        named(measured, direct.name),
      ),
      [`purchase: after ${orders} orders / young`]: ratioOf(
        named(measured, grownOnes.name),
        named(measured, direct.name),
      ),
    },
    most,
  };
};
