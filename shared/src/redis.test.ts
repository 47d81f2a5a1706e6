import { afterAll, expect, test } from "bun:test";
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

import { testRedis } from "../testing/redis.ts";
import { connectBlocking } from "./redis.ts";

const { redis, url } = await testRedis();
const log = { info: () => {}, warn: () => {}, error: () => {} };

/** A network before Redis that may swallow what there is, in both ways, and hang up on nobody. */
const startNetwork = async () => {
  const { hostname, port } = new URL(url);
  const links: { near: Socket; far: Socket; closed: boolean }[] = [];
  const server = createServer((near) => {
    const far = connect({ host: hostname, port: Number(port) });
    const link = { near, far, closed: false };
    links.push(link);
    for (const side of [near, far]) side.on("error", () => {});
    near.pipe(far).pipe(near);
    near.once("close", () => {
      link.closed = true;
      far.destroy();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  afterAll(() => {
    for (const { near } of links) near.destroy();
    server.close();
  });
  const address = server.address();
  const through = new URL(url);
  through.port = typeof address === "object" ? String(address?.port) : "";
  return {
    url: through.href,
    links,
    /** What is connected now hears nothing any more; who calls anew is put through. */
    swallow: () => {
      for (const { near, far } of links) {
        near.unpipe(far).resume();
        far.unpipe(near).resume();
      }
    },
  };
};

test("a reader waits as long as Redis answers, and calls anew when it falls silent without hanging up", async () => {
  const { url: through, links, swallow } = await startNetwork();
  const reader = connectBlocking(through, log, { silence: 400 });
  afterAll(() => reader.disconnect());
  const stream = crypto.randomUUID();
  const read = () => reader.xread("BLOCK", 150, "STREAMS", stream, "0");
  for (const _ of Array(5)) expect(await read()).toBeNull();
  expect(links.map(({ closed }) => closed)).toEqual([false]);
  swallow();
  const waiting = read();
  await redis.xadd(stream, "*", "news", "1");
  expect(await waiting).toEqual([[stream, [[expect.any(String), ["news", "1"]]]]]);
  expect(links.map(({ closed }) => closed)).toEqual([true, false]);
});
