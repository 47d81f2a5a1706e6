import { expect, test } from "bun:test";

import { createRoute, z } from "@hono/zod-openapi";
import { generateKeyPair, SignJWT, UnsecuredJWT } from "jose";

import { testRedis } from "../testing/redis.ts";
import { testTokens } from "../testing/tokens.ts";
import {
  bearer,
  json,
  memberOnly,
  recentMember,
  recentStaff,
  service,
  staff,
  staffOrClient,
} from "./contract.ts";
import { createDenylist, endedKey, tagOf } from "./denylist.ts";
import { protect } from "./protect.ts";
import { createService } from "./service.ts";

const { redis, server } = await testRedis();
const tokens = await testTokens();
const log = { info: () => {}, warn: () => {}, error: () => {} };

const routes = {
  ...{ bearer, memberOnly, recentMember, none: undefined },
  staff: staff("orders:write"),
  staffOrClient: staffOrClient("catalogue:write"),
  recentStaff: recentStaff("orders:write"),
};
const every = "none bearer memberOnly recentMember staff staffOrClient recentStaff /internal/thing";
const Told = z.object({ sub: z.string() });
const contract = Object.fromEntries(
  Object.entries(routes).map(([name, security]) => [
    name,
    createRoute({
      method: "get",
      path: `/v1/${name}`,
      ...(security && { security }),
      responses: { 200: json(Told, "Who") },
    }),
  ]),
);
const internal = createRoute({
  method: "get",
  path: "/internal/thing",
  security: service,
  responses: { 200: json(Told, "Who") },
});
const app = createService({ name: "test", description: "", log });
protect(
  app,
  "test",
  { ...contract, internal },
  { ...tokens.rules, isEnded: createDenylist(redis) },
);
for (const route of [...Object.values(contract), internal])
  app.openapi(route, (c) => c.json({ sub: c.get("identity")?.sub ?? "nobody" }, 200));

const call = (name: string, headers: Record<string, string> = {}) =>
  app.request(name.startsWith("/") ? name : `/v1/${name}`, { headers });
const asToken = async (token: string | Promise<string>) => ({
  authorization: `Bearer ${await token}`,
});
const statusOf = async (name: string, headers: Record<string, string>) =>
  (await call(name, headers)).status;
const id = crypto.randomUUID();

test("each kind of route lets in whom its contract names, and nobody else", async () => {
  const visitors = {
    nobody: {},
    guest: await tokens.guest(),
    member: await tokens.member(),
    narrow: await asToken(tokens.access({ sub: id, scope: "cart" })),
    stale: await asToken(tokens.access({ sub: id, age: 700 })),
    staff: await asToken(tokens.access({ sub: id, scope: "member staff orders:write", age: 700 })),
    client: await asToken(
      tokens.access({ sub: "warehouse", scope: "catalogue:write orders:write", acr: "0" }),
    ),
    service: await tokens.service("test"),
    otherService: await tokens.service("other"),
  };
  const seen = await Promise.all(
    Object.entries(visitors).map(async ([who, headers]) => [
      who,
      await Promise.all(every.split(" ").map((name) => statusOf(name, headers))),
    ]),
  );
  expect(Object.fromEntries(seen)).toEqual({
    nobody: [200, 401, 401, 401, 401, 401, 401, 401],
    guest: [200, 200, 403, 403, 403, 403, 403, 401],
    member: [200, 200, 200, 200, 403, 403, 403, 401],
    narrow: [200, 200, 403, 403, 403, 403, 403, 401],
    stale: [200, 200, 200, 401, 403, 403, 403, 401],
    staff: [200, 200, 200, 401, 200, 403, 401, 401],
    client: [200, 200, 403, 403, 403, 200, 403, 401],
    service: [200, 401, 401, 401, 401, 401, 401, 200],
    otherService: [200, 401, 401, 401, 401, 401, 401, 401],
  });
});

test("a proof that is too old asks for a new one, not for a new login", async () => {
  const reply = await call("recentMember", await asToken(tokens.access({ sub: id, age: 601 })));
  expect(await reply.json()).toMatchObject({ status: 401, code: "step_up_required" });
  expect(reply.headers.get("www-authenticate")).toBe(
    'Bearer error="insufficient_user_authentication", max_age="600"',
  );
});

test("a sensitive route refuses a session that was signed out, though its token still runs", async () => {
  const sid = crypto.randomUUID();
  const headers = await asToken(tokens.access({ sub: id, sid }));
  expect(await statusOf("recentMember", headers)).toBe(200);
  await redis.set(endedKey(tagOf(id), sid), "1");
  const reply = await call("recentMember", headers);
  expect(reply.headers.get("www-authenticate")).toBe('Bearer error="invalid_token"');
  expect(await statusOf("memberOnly", headers)).toBe(200);
});

test("no altered, foreign or incomplete token is let in, and none is a 500", async () => {
  const good = await tokens.access({ sub: id });
  const [head = "", body = "", signature = ""] = good.split(".");
  const { privateKey } = await generateKeyPair("EdDSA");
  const claims = {
    iss: tokens.rules.issuer,
    aud: "jangteo",
    sub: id,
    sid: "s",
    client_id: "c",
    jti: "j",
  };
  const foreign = await new SignJWT(claims)
    .setProtectedHeader({ alg: "EdDSA", typ: "at+jwt" })
    .setIssuedAt()
    .setNotBefore("0s")
    .setExpirationTime("5m")
    .sign(privateKey);
  const flipped = `${body.slice(0, 20)}${body[20] === "A" ? "B" : "A"}${body.slice(21)}`;
  const wrong = [
    new UnsecuredJWT(claims).setExpirationTime("5m").encode(),
    foreign,
    `${head}.${flipped}.${signature}`,
    `${head}.${body}.${"A".repeat(signature.length)}`,
    `${head}.${body}`,
    `${good}.${signature}`,
    "..",
    "null",
    `${Buffer.from("1").toString("base64url")}.${body}.${signature}`,
    await tokens.sign("at+jwt", "another-audience", claims),
    await tokens.sign("JWT", "jangteo", claims),
    await tokens.sign("at+jwt", "jangteo", claims, "http://elsewhere.test"),
    await tokens.sign("at+jwt", "jangteo", { sub: id, sid: "s", client_id: undefined }),
  ];
  for (const token of wrong) {
    const reply = await call("bearer", { authorization: `Bearer ${token}` });
    expect([token, reply.status]).toEqual([token, 401]);
  }
  for (const header of ["", "Basic abc", good, `bearer ${good}`, `Bearer  ${good}`])
    expect(await statusOf("bearer", { authorization: header })).toBe(401);
});

test("a token is good until it ends, also when it was seen before", async () => {
  const at = { now: new Date() };
  const later = createService({ name: "later", description: "", log });
  protect(later, "later", { bearer: contract["bearer"] }, { ...tokens.rules, clock: () => at.now });
  later.get("/v1/bearer", (c) => c.text("in"));
  const headers = await asToken(tokens.access({ sub: id }));
  expect((await later.request("/v1/bearer", { headers })).status).toBe(200);
  at.now = new Date(at.now.getTime() + 290_000);
  expect((await later.request("/v1/bearer", { headers })).status).toBe(200);
  at.now = new Date(at.now.getTime() + 20_000);
  expect((await later.request("/v1/bearer", { headers })).status).toBe(401);
});

test("while the denylist cannot be read, sensitive routes wait and all others go on", async () => {
  const headers = await tokens.member();
  await server.stop();
  const reply = await call("recentMember", headers);
  expect([reply.status, reply.headers.get("retry-after")]).toEqual([503, "1"]);
  expect(await statusOf("memberOnly", headers)).toBe(200);
});
