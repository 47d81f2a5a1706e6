import { afterAll, expect, test } from "bun:test";

import { isBrokenCircuitError } from "cockatiel";

import { freePort } from "../embedded/ports.ts";
import { serviceFetch } from "./client.ts";
import { createMetrics } from "./metrics.ts";

const metrics = createMetrics("test");
const isOpen = async (host: string, kind: string) => {
  const text = await metrics.registry.metrics();
  const line = text
    .split("\n")
    .find(
      (one) => one.startsWith("circuit_breaker_open{") && one.includes(host) && one.includes(kind),
    );
  return line?.endsWith(" 1");
};
const outcome = (answer: Promise<Response>) =>
  answer.then(
    ({ status }) => status,
    ({ cause }: Error) => (isBrokenCircuitError(cause) ? "not asked" : "no answer"),
  );

const peerAt = (port: number) => {
  const state = { asked: 0, status: 200, silent: false };
  const server = Bun.serve({
    port,
    hostname: "127.0.0.1",
    fetch: async () => {
      state.asked += 1;
      if (state.silent) await new Promise(() => {});
      return new Response(null, { status: state.status });
    },
  });
  afterAll(() => server.stop(true));
  return { state, url: `http://127.0.0.1:${port}/` };
};

test("a peer that does not answer is left alone after ten calls, and asked again once it is back", async () => {
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  const ask = serviceFetch(2000);
  for (let n = 0; n < 10; n++) await outcome(ask(`http://${host}/`));
  expect(await outcome(ask(`http://${host}/`))).toBe("not asked");
  expect(await isOpen(host, "read")).toBe(true);

  const { url } = peerAt(port);
  const later = Promise.withResolvers<unknown>();
  const again = setInterval(() => {
    void outcome(ask(url)).then((status) => status === 200 && later.resolve(status));
  }, 100);
  expect(await later.promise).toBe(200);
  clearInterval(again);
  expect(await isOpen(host, "read")).toBe(false);
});

test("writes that hang do not keep anybody from reading", async () => {
  const { state, url } = peerAt(await freePort());
  state.silent = true;
  const write = () => outcome(serviceFetch(20)(url, { method: "POST" }));
  for (let n = 0; n < 11; n++) await write();
  expect(await write()).toBe("not asked");
  state.silent = false;
  expect(await outcome(serviceFetch(2000)(url))).toBe(200);
});

test("an answer is an answer, whatever it says; a caller that went away says nothing of the peer", async () => {
  const { state, url } = peerAt(await freePort());
  state.status = 503;
  for (let n = 0; n < 15; n++) expect(await outcome(serviceFetch(2000)(url))).toBe(503);
  state.silent = true;
  for (let n = 0; n < 15; n++)
    await outcome(serviceFetch(2000)(url, { signal: AbortSignal.abort() }));
  state.silent = false;
  expect(await outcome(serviceFetch(2000)(url))).toBe(503);
});
