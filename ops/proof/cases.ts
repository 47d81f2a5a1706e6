import { withSql } from "../local/database.ts";
import type { Moment } from "./door.ts";
import { insist, type Part, type Stand } from "./testing.ts";

/** Every call between services: a step ends on one side of it, and begins on the other. */
const calls = {
  hold: ["product", "POST", /^\/internal\/reservations$/],
  commit: ["product", "POST", /\/transitions$/],
  begin: ["payment", "POST", /^\/internal\/payments$/],
  inquire: ["payment", "POST", /\/inquiries$/],
  capture: ["payment", "POST", /\/captures$/],
  let_go: ["payment", "POST", /\/voids$/],
  charge: ["sandbox", "POST", /^\/v1\/charges$/],
  take: ["sandbox", "POST", /^\/v1\/charges\/[^/]+\/captures$/],
  void: ["sandbox", "POST", /^\/v1\/charges\/[^/]+\/voids$/],
  refund: ["payment", "POST", /\/refunds$/],
  give: ["sandbox", "POST", /^\/v1\/charges\/[^/]+\/refunds$/],
  send: ["product", "POST", /\/shipments$/],
  take_back: ["product", "POST", /\/returns$/],
} as const;
type Call = keyof typeof calls;
export type Case = [victim: Part, moment: Moment, call: Call];

export const both = (victim: Part, names: Call[]): Case[] =>
  names.flatMap((call): Case[] => [
    [victim, "before", call],
    [victim, "after", call],
  ]);

/** What cases on one stand share. */
export const casesOf = (stand: Stand) => {
  const { parts, doors, goods, shopper, cluster } = stand;
  /** Kills the victim when the call comes, and starts it again; `settled` waits until it runs. */
  const arm = ([victim, moment, call]: Case) => {
    const [door, method, path] = calls[call];
    const state = { again: Promise.resolve() };
    doors[door].set({
      ...{ method, path, moment },
      act: async () => {
        await parts[victim].kill();
        state.again = parts[victim].start();
      },
    });
    return { settled: () => state.again, hasSprung: () => doors[door].hasSprung() };
  };

  /** A guest with a full checkout and so many bowls; asked for until all that was killed before is back. */
  const begin = ({ units = 2, wanted = 1 } = {}) =>
    insist(async () => {
      if (!(await stand.isOpen())) return undefined;
      const bowl = await goods.sell({ won: 38_000, units });
      const guest = await shopper();
      await guest.add(bowl.variant, wanted);
      const ready = await guest.ready();
      return ready.missing.length === 0 ? { bowl, guest, ready } : undefined;
    });

  const ordersOf = (owner: string) =>
    withSql(
      cluster.adminUrl,
      (sql) => sql<{ number: number }[]>`select number from "order".orders where owner = ${owner}`,
    );
  const freeOf = (variant: string) =>
    withSql(cluster.adminUrl, async (sql) => {
      const [row] = await sql<{ free: number }[]>`
        select on_hand - reserved as free from product.stock where variant_id = ${variant}`;
      return row?.free;
    });
  return { arm, begin, ordersOf, freeOf };
};
