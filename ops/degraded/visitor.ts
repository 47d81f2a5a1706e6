import { readFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import type { Shop } from "../e2e/shop.ts";
import type { demoMembers } from "../local/demo-members.ts";

type Member = (typeof demoMembers)[number];
type Asked = { method?: string; body?: unknown; headers?: Record<string, string> };

const Tokens = z.object({ access_token: z.string(), refresh_token: z.string() });
const Secrets = z.record(z.string(), z.string());

/** The secrets that a shop drew for itself. */
export const secretsOf = ({ dir }: Pick<Shop, "dir">) =>
  Secrets.parse(JSON.parse(readFileSync(join(dir, "secrets.json"), "utf8")));

/** The cookies that an answer sets, as a browser sends them. */
export const cookiesOf = async (reply: Response | Promise<Response>) =>
  (await reply).headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1).join(""))
    .join("; ");

const PATIENCE_MS = 15_000;

/** Asks the parts of a shop as a browser, an integrator and the storefront would, and keeps what was secret. */
export const visitorOf = (shop: Shop) => {
  const secrets = new Set<string>();
  const keep = (values: readonly string[]) => {
    for (const value of values) secrets.add(value);
  };
  const client = {
    authorization: `Basic ${btoa(`storefront:${secretsOf(shop)["storefrontClient"]}`)}`,
  };
  const at = (usual: number, path: string) => `http://127.0.0.1:${shop.port(usual)}${path}`;

  const ask = async (url: string, { method = "GET", body, headers = {} }: Asked = {}) => {
    const reply = await fetch(url, {
      method,
      keepalive: false,
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    keep(reply.headers.getSetCookie().map((cookie) => /=([^;]*)/.exec(cookie)?.[1] ?? ""));
    return reply;
  };

  /** Through the shop's own address, as its pages do. */
  const browse = (path: string, { headers, ...asked }: Asked = {}, origin = shop.origin) =>
    ask(`${origin}${path}`, {
      ...asked,
      headers: {
        host: new URL(shop.origin).host,
        origin: shop.origin,
        "sec-fetch-site": "same-origin",
        "x-csrf": "1",
        ...headers,
      },
    });
  const logIn = async ({ email, password }: Member) => {
    keep([password]);
    return browse("/api/sessions", { method: "POST", body: { email, password } });
  };

  const call = (path: string, token: string) =>
    ask(at(8000, path), { headers: { authorization: `Bearer ${token}` } });
  const tokensOf = async (reply: Response) => {
    const tokens = Tokens.parse(await reply.json());
    keep([tokens.access_token, tokens.refresh_token]);
    return tokens;
  };
  const signIn = async ({ email, password }: Member) => {
    keep([password]);
    const body = { email, password, ipAddress: "192.0.2.7", userAgent: "test" };
    return tokensOf(await ask(at(4000, "/v1/sessions"), { method: "POST", body, headers: client }));
  };
  const refresh = (refresh_token: string) =>
    fetch(at(4000, "/v1/oauth/token"), {
      method: "POST",
      keepalive: false,
      headers: client,
      signal: AbortSignal.timeout(PATIENCE_MS),
      body: new URLSearchParams({ grant_type: "refresh_token", refresh_token }),
    });
  return { at, browse, logIn, call, signIn, refresh, tokensOf, secrets };
};
