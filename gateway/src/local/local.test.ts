import { afterAll, expect, test } from "bun:test";

import { createLog } from "@jangteo/shared/log";

import { bearer } from "../testing/keys.ts";
import { echoOf, edge, renderFor, stand } from "../testing/stand.ts";
import { send } from "../testing/wire.ts";
import { startGateway } from "./start.ts";

const { hosts, url, gateway, ask } = await stand();
const good = renderFor(hosts);
const log = createLog("gateway", () => {});
const start = (config: string) =>
  startGateway({ config, edge, host: "127.0.0.1", port: 0, statusPort: 0, log });

test.each([
  [
    "a plugin it does not have",
    ["- name: correlation-id", "- name: bot-detection"],
    "bot-detection",
  ],
  ["a setting of a plugin", ["echo_downstream: true", "echo_upstream: true"], "echo_upstream"],
  ["a value of a setting", ["credentials: false", "credentials: true"], "cors.credentials"],
  ["a field of a route", ["strip_path: false", "preserve_host: true"], "preserve_host"],
  ["a field of a service", ["retries: 0", "retries: 5"], "services.0.retries"],
  ["code that is no function", ['require("edge").clean', '"x"'], "not a function"],
] as const)("it does not start with %s, and names it", async (_name, [from, to], named) => {
  expect(good).toContain(from);
  expect(start(good.replace(from, to))).rejects.toThrow(named);
});

const post = async (body: string) => {
  const answer = await fetch(`http://127.0.0.1:${gateway?.ports.admin}/config`, {
    method: "POST",
    body,
  });
  return answer.status;
};
const read = async () => (await ask({ path: "/v1/members/me", headers: [bearer()] })).status;

test("a new file is in use at once, and a bad one changes nothing", async () => {
  expect(await read()).toBe(200);
  expect(await post(good.replaceAll("kPrK_", "other"))).toBe(201);
  expect(await read()).toBe(401);
  expect(await post("services: 1")).toBe(400);
  expect(await read()).toBe(401);
  expect(await post(good)).toBe(201);
  expect(await read()).toBe(200);
});

test("an address that is not trusted cannot claim another", async () => {
  const open = await start(good);
  afterAll(() => open.stop(0));
  const answer = await send(`http://127.0.0.1:${open.ports.public}`, {
    method: "POST",
    path: "/v1/members/verifications",
    headers: [
      ["X-Forwarded-For", "203.0.113.9"],
      ["X-Real-IP", "203.0.113.9"],
      ["X-Forwarded-Proto", "https"],
      ["X-Forwarded-Host", "evil.example"],
      ["X-Forwarded-Prefix", "/evil"],
    ],
  });
  const { headers } = echoOf(answer);
  expect(headers).toMatchObject({
    "x-real-ip": "127.0.0.1",
    "x-forwarded-proto": "http",
    "x-forwarded-host": "gateway",
  });
  expect(headers["x-forwarded-prefix"]).toBeUndefined();
});

test("its status page tells readiness and counts requests by route", async () => {
  const page = `http://127.0.0.1:${gateway?.ports.status}`;
  expect((await fetch(`${page}/status/ready`)).status).toBe(200);
  await fetch(`${url}/v1/products`);
  const text = await (await fetch(`${page}/metrics`)).text();
  expect(text).toMatch(/kong_http_requests_total\{.*route="product-catalogue",code="200".*\} \d+/);
});

test("requests at the same time do not get each other's ids", async () => {
  const asked = Array.from({ length: 50 }, async () => {
    const id = crypto.randomUUID();
    const sub = crypto.randomUUID();
    const headers = [bearer({ sub }), ["X-Request-Id", id] as const];
    const answer = await ask({ path: "/v1/members/me", headers });
    expect(answer.header("x-request-id")).toBe(id);
    expect(echoOf(answer).headers["x-user-id"]).toBe(sub);
  });
  await Promise.all(asked);
});
