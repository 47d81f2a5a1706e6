import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";

import { freePort } from "@jangteo/shared/embedded/ports";

import { bearer, issuer, keySet, kid } from "./testing/keys.ts";

const dir = mkdtempSync(join(tmpdir(), "jangteo-gateway-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Tells when a request has arrived, and answers it when told to. */
const arrived = Promise.withResolvers<void>();
const released = Promise.withResolvers<void>();
const service = createServer((_request, response) => {
  arrived.resolve();
  void released.promise.then(() => response.end("done"));
});
const servicePort = await freePort();
service.listen(servicePort, "127.0.0.1");
afterAll(() => service.close());

const [port, statusPort] = [await freePort(), await freePort()];
const jwks = join(dir, "jwks.json");
writeFileSync(jwks, JSON.stringify(keySet));
const env = {
  ISSUER: issuer,
  JWKS_URL: jwks,
  GATEWAY_CONFIG: join(dir, "kong.yml"),
  MEMBER_URL: `http://127.0.0.1:${servicePort}`,
  PORT: String(port),
  STATUS_PORT: String(statusPort),
};
const run = (command: string, more: Record<string, string> = {}) =>
  Bun.spawn([execPath, fileURLToPath(new URL("cli.ts", import.meta.url)), command], {
    env: { ...env, ...more },
    stderr: "pipe",
    stdout: "ignore",
  });

test("rendering puts the key set, the issuer and the hosts into the file", async () => {
  expect(await run("render").exited).toBe(0);
  const text = readFileSync(env.GATEWAY_CONFIG, "utf8");
  expect(text).toContain(`key: ${kid}`);
  expect(text).toContain(`issuer = "${issuer}"`);
  expect(text).toContain(`url: ${env.MEMBER_URL}`);
  expect(text).toContain("url: http://product:5100");
  expect(text).not.toContain("${");
});

test("rendering refuses an issuer that would end a Lua string", async () => {
  const failed = run("render", { ISSUER: 'https://a.example/"}' });
  expect(await failed.exited).not.toBe(0);
  expect(await new Response(failed.stderr).text()).toContain("ISSUER");
});

const answering = async (deadline = Date.now() + 10_000): Promise<void> => {
  const ready = await fetch(`http://127.0.0.1:${statusPort}/status/ready`).catch(() => undefined);
  if (ready?.ok) return;
  if (Date.now() > deadline) throw new Error("the gateway does not start");
  await Bun.sleep(20);
  await answering(deadline);
};

test("on SIGTERM what is in flight is finished, then the process ends", async () => {
  const gateway = run("serve");
  afterAll(() => gateway.kill("SIGKILL"));
  await answering();
  const inFlight = fetch(`http://127.0.0.1:${port}/v1/members/me`, { headers: [[...bearer()]] });
  await arrived.promise;
  gateway.kill("SIGTERM");
  const refused = async (): Promise<void> => {
    const other = await fetch(`http://127.0.0.1:${port}/nope`).catch(() => undefined);
    if (other) await refused();
  };
  await refused();
  released.resolve();
  expect(await (await inFlight).text()).toBe("done");
  expect(await gateway.exited).toBe(0);
});
