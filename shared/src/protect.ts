import type { OpenAPIHono, RouteConfig } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";

import {
  membersOnly,
  recentOnly,
  scopedOnly,
  serviceOnly,
  visitor,
  type TokenRules,
} from "./auth.ts";
import type { ServiceEnv } from "./context.ts";

type Route = RouteConfig & { getRoutingPath: () => string };

const isRoute = (value: unknown): value is Route =>
  typeof value === "object" && value !== null && "getRoutingPath" in value;

/** The routes among a contract's exports. */
export const routesOf = (contract: Record<string, unknown>) =>
  Object.values(contract).filter(isRoute);

/** Who may call a route: `/internal/*` is for services, none is public, else a token is needed. */
export const kindOf = ({ path, security = [] }: RouteConfig) => {
  if (path.startsWith("/internal/")) return "internal";
  const [scheme = {}] = security;
  if ("bearer" in scheme) return scheme["bearer"]?.includes("member") ? "member" : "bearer";
  return "client" in scheme ? "client" : "public";
};

/** What a member's token must show: the scope `member` or one of staff, and perhaps "recent". */
const demandsOf = ({ security = [] }: RouteConfig) => {
  const names = security[0]?.["bearer"] ?? [];
  const isStaff = names.some((name) => name !== "member" && name !== "recent");
  return isStaff ? names.filter((name) => name !== "member") : names;
};

/** Puts in front of every route what its contract's `security` says, so that none can be forgotten. */
export const protect = (
  app: OpenAPIHono<ServiceEnv>,
  service: string,
  contract: Record<string, unknown>,
  rules: TokenRules,
) => {
  const guest = visitor(rules);
  const internal = serviceOnly(rules, service);
  const guards: Record<ReturnType<typeof kindOf>, MiddlewareHandler[]> = {
    public: [],
    client: [],
    bearer: [guest],
    member: [guest, membersOnly],
    internal: [internal],
  };
  const recent = recentOnly(rules);
  for (const route of routesOf(contract)) {
    const demands = demandsOf(route).map((name) => (name === "recent" ? recent : scopedOnly(name)));
    for (const guard of [...guards[kindOf(route)], ...demands])
      app.on(route.method, route.getRoutingPath(), guard);
  }
};
