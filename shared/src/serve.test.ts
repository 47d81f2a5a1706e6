import { expect, test } from "bun:test";

import { listen } from "./serve.ts";

const local = "127.0.0.1";

test("a request that never ends does not keep a server whose patience is over", async () => {
  const entered = Promise.withResolvers<void>();
  const server = listen(
    () => {
      entered.resolve();
      return new Promise<Response>(() => {});
    },
    0,
    local,
  );
  const asking = new AbortController();
  const asked = fetch(`http://${local}:${server.port}`, { signal: asking.signal }).catch(() => {});
  await entered.promise;
  const patient = server.stop(false);
  await server.stop(true);
  await patient;
  asking.abort();
  expect(await asked).toBeUndefined();
});

test("a request without a body has none, however it was sent; one with a body has it", async () => {
  const server = listen(
    async ({ body, method }) => new Response(`${method} ${body === null ? "nothing" : "a body"}`),
    0,
    local,
  );
  const said = async (init: RequestInit) =>
    (await fetch(`http://${local}:${server.port}`, init)).text();
  expect(await said({})).toBe("GET nothing");
  expect(await said({ method: "DELETE" })).toBe("DELETE nothing");
  expect(await said({ method: "POST" })).toBe("POST nothing");
  expect(await said({ method: "POST", body: "" })).toBe("POST nothing");
  expect(await said({ method: "POST", body: "a" })).toBe("POST a body");
  const streamed = new Response("a").body;
  expect(await said({ method: "POST", body: streamed, duplex: "half" })).toBe("POST a body");
  await server.stop(true);
});
