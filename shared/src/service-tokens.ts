import { Buffer } from "node:buffer";

import { z } from "@hono/zod-openapi";

import { serviceAudience } from "./auth.ts";
import { serviceFetch, type Fetch } from "./client.ts";
import { systemClock, type Clock } from "./clock.ts";
import { dependencyAway } from "./problem.ts";

type Options = {
  authUrl: string;
  /** How auth knows the service that asks. */
  clientId: string;
  secret: string;
  fetch?: Fetch;
  clock?: Clock;
};

const Answer = z.object({ access_token: z.string(), expires_in: z.number() });
type Kept = { token: string; renewAt: number; endsAt: number };

const deadline = 1000;
const renewBefore = 30_000;

/**
 * Tokens by which this service proves itself to another: asked of auth by client credentials with
 * a `resource` (RFC 8707), renewed 30 s before they end. While auth is away the one at hand is used
 * until it has ended; then it is `unavailable`.
 */
export const createServiceTokens = (options: Options) => {
  const { authUrl, clientId, secret, clock = systemClock } = options;
  const call = serviceFetch(deadline, options.fetch);
  const credentials = [clientId, secret].map(encodeURIComponent).join(":");
  const authorization = `Basic ${Buffer.from(credentials).toString("base64")}`;
  const kept = new Map<string, Kept>();
  const asking = new Map<string, Promise<Kept>>();

  const ask = async (service: string): Promise<Kept> => {
    const now = clock().getTime();
    const reply = await call(new URL("/v1/oauth/token", authUrl), {
      method: "POST",
      headers: { authorization },
      body: new URLSearchParams({
        grant_type: "client_credentials",
        resource: serviceAudience(service),
      }),
    });
    if (reply.status !== 200) throw dependencyAway(new Error(`auth answered ${reply.status}`));
    const body: unknown = await reply.json().catch(() => undefined);
    const { success, data, error } = Answer.safeParse(body);
    if (!success) throw dependencyAway(error);
    const { access_token: token, expires_in } = data;
    const endsAt = now + expires_in * 1000;
    const fresh = { token, endsAt, renewAt: endsAt - renewBefore };
    kept.set(service, fresh);
    return fresh;
  };

  const renew = (service: string) => {
    const known = asking.get(service);
    if (known) return known;
    const asked = ask(service).finally(() => asking.delete(service));
    asking.set(service, asked);
    return asked;
  };

  return async (service: string): Promise<string> => {
    const known = kept.get(service);
    if (known && known.renewAt > clock().getTime()) return known.token;
    const fresh = await renew(service).catch((cause: unknown) => {
      if (known && known.endsAt > clock().getTime()) return known;
      throw cause;
    });
    return fresh.token;
  };
};
export type ServiceTokens = ReturnType<typeof createServiceTokens>;
