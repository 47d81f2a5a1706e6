import { afterAll, expect } from "bun:test";

import type { Checkout } from "../../order/src/contract.ts";
import { testGoods } from "../../order/src/testing/goods.ts";
import { testNeighbours } from "../../order/src/testing/neighbours.ts";
import { shopperOf, type Shopper } from "../../order/src/testing/shopper.ts";
import { withSql } from "../local/database.ts";
import { invariants } from "../verify/invariants.ts";
import { look } from "../verify/look.ts";
import { openCluster } from "./cluster.ts";
import { openDoor } from "./door.ts";

type Charge = { id: string; state: string; amount: number; captured: number; refunded: number };

type Patience = {
  /** Longest pause in ms; each is longer than the one before, and no two people pause alike. */
  pause?: number;
  /** In ms; it only bounds a failure. */
  deadline?: number;
};

/** What was answered last, for whoever reads of a failure. */
const last = { answer: "nothing" };

/** Asks again and again, as somebody would whose connection was lost. */
export const insist = async <T>(
  ask: () => Promise<T | undefined>,
  { pause = 50, deadline = 60_000 }: Patience = {},
): Promise<T> => {
  const end = Date.now() + deadline;
  for (let wait = 50; Date.now() < end; wait = Math.min(2 * wait, pause)) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
    await Bun.sleep(wait * (0.5 + Math.random()));
  }
  throw new Error(`it never came to an end; the last answer was ${last.answer}`);
};

/** What a checkout stands at; undefined when it could not be asked. */
export const stands = async (reply: Response) => {
  if (reply.status !== 200 && reply.status !== 202) return undefined;
  return (await reply.json()) as Checkout;
};

/** Product, order, payment and the provider as processes on one database, with doors between them. */
export const openStand = async (options: { smtpUrl?: string } = {}) => {
  const cluster = await openCluster();
  const targets = { product: "", payment: "", sandbox: "" };
  const doors = {
    product: openDoor(() => targets.product),
    payment: openDoor(() => targets.payment),
    sandbox: openDoor(() => targets.sandbox),
  };
  afterAll(() => Promise.all(Object.values(doors).map((door) => door.close())));
  const neighbours = await testNeighbours({
    databases: cluster.databases,
    through: (name, url) => {
      targets[name] = url;
      return doors[name].url;
    },
    lease: 1,
    ...options,
  });
  const order = await neighbours.startOrder();
  const goods = await testGoods(neighbours);
  const { issuer, product, payment, sandbox } = neighbours;
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const reply = await fetch(order.url + path, {
      ...init,
      signal: AbortSignal.timeout(5000),
    }).catch(() => undefined);
    last.answer = reply ? `${reply.status} ${await reply.clone().text()}` : "none";
    return reply ?? new Response("{}", { status: 503 });
  };
  const shopper = (member?: string) => shopperOf({ ask, tokens: issuer.tokens }, member);

  /** What the provider holds of these checkouts' payments. */
  const chargesOf = async (...checkouts: string[]) => {
    const ids = await withSql(
      cluster.adminUrl,
      (sql) =>
        sql<
          { id: string }[]
        >`select id from payment.payments where checkout_id = any(${checkouts}::uuid[])`,
    );
    const found = await Promise.all(
      ids.map(async ({ id }) => {
        const reply = await fetch(`${sandbox.url}/v1/charges?reference=${id}`, {
          headers: { authorization: `Bearer ${neighbours.apiKey}` },
        });
        return ((await reply.json()) as { items: Charge[] }).items;
      }),
    );
    return found.flat();
  };
  /** Whether every part can be used again. */
  const isOpen = async () => {
    const replies = await Promise.all(
      [order, product, payment, sandbox].map(({ url }) => fetch(`${url}/readyz`)),
    );
    return replies.every(({ ok }) => ok);
  };
  const waiting = () =>
    withSql(cluster.adminUrl, async (sql) => {
      const [row] = await sql<{ waiting: number }[]>`select (
        (select count(*) from "order".checkouts
          where step not in ('started', 'done', 'failed', 'cancelled')) +
        (select count(*) from payment.operations where state = 'started') +
        (select count(*) from "order".errands where state = 'due') +
        (select count(*) from "order".outbox where sent_at is null) +
        (select count(*) from payment.outbox where sent_at is null) +
        (select count(*) from product.outbox where sent_at is null))::int as waiting`;
      return row?.waiting ?? 0;
    });
  const atRest = () => insist(async () => ((await waiting()) === 0 ? true : undefined));
  /** All that was promised holds on the database, now that everything has come to rest. */
  const expectNoViolation = async () => {
    const found = await withSql(cluster.adminUrl, async (sql) => {
      const seen: unknown[] = [];
      for (const one of invariants) seen.push(...(await look(sql, one, 0)));
      return seen;
    });
    expect(found).toEqual([]);
  };
  return {
    ...{ ask, cluster, doors, goods, issuer, shopper, chargesOf, isOpen, atRest },
    expectNoViolation,
    sandboxKey: neighbours.apiKey,
    redisUrl: neighbours.redisUrl,
    parts: { order, product, payment, sandbox, postgres: cluster },
  };
};
export type Stand = Awaited<ReturnType<typeof openStand>>;
export type Part = keyof Stand["parts"];
export type { Shopper };
