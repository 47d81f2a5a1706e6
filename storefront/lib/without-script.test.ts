import { afterAll, expect, test } from "bun:test";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { speakWithoutScript } from "./without-script";

const page = "<!doctype html><p>empty</p>";
const server = createServer((request, response) => {
  speakWithoutScript(response, request.url ?? "", "0123");
  const status = Number(request.url?.split("/").at(-1));
  response.statusCode = status;
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("content-length", Buffer.byteLength(page));
  response.end(page);
}).listen(0, "127.0.0.1");
afterAll(() => server.close());
await once(server, "listening");
const { port } = server.address() as AddressInfo;
const read = async (status: number) =>
  (await fetch(`http://127.0.0.1:${port}/en/${status}`)).text();

test("an error's page says without scripts what happened, whole, though its length was told", async () => {
  expect(await read(200)).toBe(page);
  expect(await read(404)).toMatch(/^<!doctype html><p>empty<\/p><noscript>.*<\/noscript>$/s);
  expect(await read(500)).toContain("0123");
});
