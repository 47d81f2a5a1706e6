import { afterAll, expect, test } from "bun:test";

import { mostOf } from "./most.ts";
import { openLoop } from "./open-loop.ts";
import { purchase } from "./purchase.ts";

const serve = (answer: (request: Request) => Response | Promise<Response>) => {
  const server = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: answer });
  afterAll(() => server.stop(true));
  return server.url.href;
};
const even = { rate: 20, seconds: 0.5, seed: "errands", arrivals: "even" as const };

test("what is said in a request reaches the server as JSON", async () => {
  const url = serve(async (request) => {
    const said: unknown = await request.json();
    const isRight = request.method === "POST" && Bun.deepEquals(said, { quantity: 1 });
    return new Response(null, { status: isRight ? 200 : 400 });
  });
  const report = await openLoop({
    ...even,
    ask: () => ({ url, method: "POST", body: { quantity: 1 } }),
  });
  expect(Object.keys(report.outcomes)).toEqual(["ok"]);
});

test("an errand of many requests counts once, by how it ended", async () => {
  const ends = ["ok", "complete: failed"];
  const report = await openLoop({ ...even, ask: (n) => async () => ends[n % 2] ?? "" });
  const count = report.scheduled;
  expect(report.outcomes["ok"]?.count).toBe(Math.ceil(count / 2));
  expect(report.outcomes["complete: failed"]?.count).toBe(Math.floor(count / 2));
});

test("a purchase that is refused tells at which step", async () => {
  const origin = serve(() => new Response(null, { status: 409 }));
  const errand = purchase({ origin, token: "t", variantId: crypto.randomUUID(), shop: origin });
  expect(await errand()).toBe("add: status 409");
});

test("no purchase is made on anybody else's machine", async () => {
  const buyer = { token: "t", variantId: crypto.randomUUID(), shop: "https://shop.example" };
  expect(await purchase({ ...buyer, origin: "https://shop.example" })()).not.toBe("ok");
});

test("a rate at which anything is refused is not one that the shop holds", async () => {
  const url = serve(() => new Response(null, { status: 503 }));
  const prepared: number[] = [];
  const { held, tried } = await mostOf(
    {
      ...{ name: "refused", rate: 16, cpu: {}, ask: () => ({ url }) },
      prepare: async (most) => void prepared.push(most),
    },
    0.2,
  );
  expect(held).toBe(0);
  expect(tried.map(({ rate }) => rate)).toEqual([16, 8, 4, 2]);
  expect(prepared).toHaveLength(4);
});
