import { type Api, type Fetch, serviceFetch } from "@jangteo/shared/client";
import { AppError } from "@jangteo/shared/problem";
import { hc } from "hono/client";
import { z } from "zod";

const Tokens = z.object({
  access_token: z.string(),
  expires_in: z.number(),
  refresh_token: z.string(),
  refresh_expires_in: z.number(),
});
export type Tokens = z.infer<typeof Tokens>;

export type Credentials = { email: string; password: string; userAgent: string; ipAddress: string };

type Refreshed = { kind: "granted"; tokens: Tokens } | { kind: "ended" } | { kind: "away" };

type Options = { authUrl: string; clientSecret: string; fetch?: Fetch; deadline?: number };

const form = (fields: Record<string, string>) => ({
  method: "POST",
  body: new URLSearchParams(fields),
});

/** What the storefront alone may ask of auth: log a person in, renew a session, make a guest. */
export const createIssuer = ({ authUrl, clientSecret, fetch, deadline = 4000 }: Options) => {
  const authorization = `Basic ${Buffer.from(`storefront:${encodeURIComponent(clientSecret)}`).toString("base64")}`;
  const call = serviceFetch(deadline, fetch);
  const asClient = hc<Api<typeof import("@jangteo/auth/contract")>>(authUrl, {
    fetch: call,
    headers: { authorization },
  }).v1;

  const login = async (json: Credentials) => {
    const reply = await asClient.sessions.$post({ json });
    if (reply.status !== 201) return { kind: "refused", reply } as const;
    const session = await reply.json();
    const { memberId, language } = session;
    return { kind: "granted", tokens: Tokens.parse(session), memberId, language } as const;
  };

  /** Only `invalid_grant` ends a session; whatever else goes wrong leaves it as it was. */
  const refresh = async (token: string): Promise<Refreshed> => {
    const request = form({ grant_type: "refresh_token", refresh_token: token });
    const headers = { authorization, accept: "application/json" };
    try {
      const reply = await call(`${authUrl}/v1/oauth/token`, { ...request, headers });
      const body: unknown = await reply.json();
      if (reply.ok) return { kind: "granted", tokens: Tokens.parse(body) };
      const refusal = z.object({ error: z.string() }).safeParse(body);
      return { kind: refusal.data?.error === "invalid_grant" ? "ended" : "away" };
    } catch {
      return { kind: "away" };
    }
  };

  const guestToken = async (guestId: string) => {
    const reply = await asClient["guest-tokens"].$post({ json: { guestId } });
    if (reply.status !== 201) throw new AppError("unavailable", "No guest token was given");
    return await reply.json();
  };

  /** Signs a device out at auth; the session of this browser is over either way. */
  const end = async (access: string) => {
    const url = `${authUrl}/v1/sessions/current`;
    await call(url, { method: "DELETE", headers: { authorization: `Bearer ${access}` } });
  };

  return { login, refresh, guestToken, end };
};
export type Issuer = ReturnType<typeof createIssuer>;
