import { expect } from "bun:test";

import type { RouteConfig } from "@hono/zod-openapi";

import { Problem } from "../src/problem.ts";
import { kindOf, routesOf } from "../src/protect.ts";

type Headers = Record<string, string>;
type App = { request: (path: string, init?: RequestInit) => Response | Promise<Response> };
type Attack = {
  what: string;
  body?: string;
  headers?: Headers;
  path?: string;
  status: number[];
  names?: string;
};
type Options = {
  app: App;
  contract: Record<string, unknown>;
  /** Headers that let a request of each kind in. */
  as: Record<ReturnType<typeof kindOf>, Headers>;
  /** What a path's names are filled with; ids of nothing, unless it is said. */
  idOf?: (path: string) => string;
  /** What is stored; must be the same afterwards. */
  stored: () => Promise<unknown>;
};

/** Who may also be an API client is asked as staff: somebody with a scope. */
const callerOf = (route: RouteConfig) => {
  const kind = kindOf(route);
  const scopes = route.security?.[0]?.["bearer"] ?? [];
  return kind === "bearer" && scopes.length > 0 ? "member" : kind;
};

const jsonType = { "content-type": "application/json" };
const refused = [400, 404];

const fieldsOf = (route: RouteConfig): string[] => {
  const media = route.request?.body?.content?.["application/json"];
  const schema = media && "schema" in media ? media.schema : undefined;
  return schema && "shape" in schema ? Object.keys(schema["shape"] as object) : [];
};

const bodyAttacks = (fields: string[]): Attack[] => [
  { what: "malformed JSON", body: '{"a":', status: [400] },
  { what: "an empty body", body: "", status: [400] },
  { what: "text/plain", body: "{}", headers: { "content-type": "text/plain" }, status: [415] },
  { what: "XML", body: "<a/>", headers: { "content-type": "application/xml" }, status: [415] },
  { what: "ten megabytes", body: `{"a":"${"x".repeat(10_000_000)}"}`, status: [413] },
  { what: "deep nesting", body: `${"[".repeat(20_000)}${"]".repeat(20_000)}`, status: [400] },
  ...["null", "[]", '"text"', "1"].map((body) => ({ what: body, body, status: [400] })),
  { what: "an unknown field", body: '{"surprise":1}', status: [400], names: "/surprise" },
  ...fields.flatMap((field) =>
    ["{}", "[[]]", "1e400", "-1", '"a\\u0000b"', '"a\\ud800b"', `"${"x".repeat(5000)}"`].map(
      (value) => ({
        what: `${field}: ${value.slice(0, 20)}`,
        body: `{"${field}":${value}}`,
        status: [400],
        names: `/${field}`,
      }),
    ),
  ),
];

const pathAttacks = (path: string): Attack[] =>
  ["%00", "x".repeat(5000), "%F0%9F%8D%B5", "' or 1=1 --", "{}"].map((bad) => ({
    what: `the path value ${bad.slice(0, 20)}`,
    path: path.replaceAll(/\{\w+\}/g, encodeURIComponent(decodeURIComponent(bad))),
    body: "{}",
    status: refused,
  }));

const attacksOn = (route: RouteConfig): Attack[] => {
  const { headers } = route.request ?? {};
  const takesKey = headers && "shape" in headers && "idempotency-key" in headers.shape;
  return [
    ...(route.request?.body?.content?.["application/json"] ? bodyAttacks(fieldsOf(route)) : []),
    ...(route.path.includes("{") ? pathAttacks(route.path) : []),
    ...(takesKey
      ? ["short", "not a key at all", "x".repeat(300)].map((key) => ({
          what: `the key ${key.slice(0, 20)}`,
          body: "{}",
          headers: { ...jsonType, "idempotency-key": key },
          status: [400],
          names: "/idempotency-key",
        }))
      : []),
  ];
};

/** Sends every route what no client should: each answer is a 4xx problem that names the field. */
export const expectBadInputRefused = async (options: Options) => {
  const { app, contract, as, stored, idOf = () => crypto.randomUUID() } = options;
  const before = await stored();
  const routes = routesOf(contract);
  for (const route of routes) {
    const path = route.path.replaceAll(/\{\w+\}/g, idOf(route.path));
    for (const attack of attacksOn(route)) {
      const key = { "idempotency-key": crypto.randomUUID() };
      const { body = "", ...asked } = attack;
      const bodied = !["get", "delete"].includes(route.method);
      const reply = await app.request(asked.path ?? path, {
        method: route.method.toUpperCase(),
        headers: { ...jsonType, ...key, ...as[callerOf(route)], ...asked.headers },
        ...(bodied && { body }),
      });
      const said = `${route.method} ${route.path}, ${attack.what}: ${reply.status}`;
      const answer = await reply.text();
      expect(attack.status.includes(reply.status) ? said : `${said} ${answer.slice(0, 200)}`).toBe(
        said,
      );
      expect(reply.headers.get("content-type"), said).toContain("application/problem+json");
      expect(answer, said).not.toMatch(/node_modules|\.ts:\d|at async|select |insert /);
      const { errors = [] } = Problem.parse(JSON.parse(answer));
      if (attack.names)
        expect(
          errors.map(({ pointer }) => pointer),
          said,
        ).toContainEqual(expect.stringMatching(new RegExp(`^${attack.names}(/|$)`)));
    }
  }
  expect(await stored()).toEqual(before);
  return routes.length;
};
