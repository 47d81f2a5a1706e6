import { type Api, type Fetch, serviceFetch } from "@jangteo/shared/client";
import type { AuthenticationResponse } from "@jangteo/shared/passkeys";
import { AppError } from "@jangteo/shared/problem";
import { hc } from "hono/client";
import { z } from "zod";

const Access = z.object({ access_token: z.string(), expires_in: z.number() });
export type Access = z.infer<typeof Access>;
const Tokens = Access.extend({ refresh_token: z.string(), refresh_expires_in: z.number() });
type Tokens = z.infer<typeof Tokens>;

type From = { userAgent: string; ipAddress: string; deviceToken?: string };
export type Credentials = From & { email: string; password: string };
export type CodeOfLogin = From & { code: string };
export type PasskeyOfLogin = From & { response: AuthenticationResponse };
/** What a passkey signed of a challenge. */
type Signed = { challenge_id: string; response: AuthenticationResponse };
/** What a member shows again who they are by; with nothing, auth says what it wants. */
export type Proof = { password?: string; code?: string; passkey?: Signed };

const SignedIn = Tokens.extend({
  memberId: z.string(),
  language: z.enum(["ko", "en"]),
  device_token: z.string(),
  mfa_enrolment_required: z.boolean(),
});

const granted = (body: unknown) => {
  const { memberId, language, ...rest } = SignedIn.parse(body);
  const { device_token: deviceToken, mfa_enrolment_required: mustEnrol, ...tokens } = rest;
  return { kind: "granted", tokens, memberId, language, deviceToken, mustEnrol } as const;
};
export type Granted = ReturnType<typeof granted>;

type Refused = {
  kind: "refused";
  reply: Pick<Response, "ok" | "status" | "text" | "json"> & { headers: Pick<Headers, "get"> };
};
const refused = (reply: Refused["reply"]): Refused => ({ kind: "refused", reply });

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
    if (reply.status === 202) return { kind: "challenged", challenge: await reply.json() } as const;
    if (reply.status !== 201) return refused(reply);
    return granted(await reply.json());
  };

  /** The second step of a login that was challenged. */
  const complete = async (id: string, json: CodeOfLogin) => {
    const { completion } = asClient.sessions.challenges[":id"];
    const reply = await completion.$post({ param: { id }, json });
    return reply.status === 201 ? granted(await reply.json()) : refused(reply);
  };

  /** What a passkey has to sign, for a login or a fresh proof. */
  const challengePasskey = async () => {
    const reply = await asClient.sessions["passkey-challenges"].$post();
    if (reply.status !== 201) throw new AppError("unavailable", "No challenge was given");
    return await reply.json();
  };

  const completePasskey = async (id: string, json: PasskeyOfLogin) => {
    const { completion } = asClient.sessions["passkey-challenges"][":id"];
    const reply = await completion.$post({ param: { id }, json });
    return reply.status === 201 ? granted(await reply.json()) : refused(reply);
  };

  const asMember = (access: string) =>
    hc<Api<typeof import("@jangteo/auth/contract")>>(authUrl, {
      fetch: call,
      headers: { authorization: `Bearer ${access}` },
    }).v1.sessions;

  /** Shows again who the member is: the access token of the same session, with a fresh proof in it. */
  const stepUp = async (access: string, json: Proof) => {
    const reply = await asMember(access).current["step-ups"].$post({ json });
    return reply.status === 201
      ? ({ kind: "proven", tokens: Access.parse(await reply.json()) } as const)
      : refused(reply);
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
    await asMember(access)[":id"].$delete({ param: { id: "current" } });
  };

  /** Signs every device of the member out. */
  const endAll = async (access: string) => asMember(access).$delete({ query: {} });

  const passkeys = { challengePasskey, completePasskey };
  return { login, complete, ...passkeys, stepUp, refresh, guestToken, end, endAll };
};
export type Issuer = ReturnType<typeof createIssuer>;
