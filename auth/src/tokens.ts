import { audience, serviceAudience } from "@jangteo/shared/auth";
import type { Clock } from "@jangteo/shared/clock";
import { SignJWT, type JWTPayload } from "jose";

import type { SigningKeys } from "./keys.ts";

/** Who a token is about. `sub` is a member's id, `guest:<uuid>`, or a client's id. */
export type Subject = {
  sub: string;
  sid: string;
  clientId: string;
  scope: string[];
  roles: string[];
  /** Seconds; when the password was last given. */
  authTime: number;
  acr: string;
  amr: string[];
  epoch: number;
  /** Who acts for the subject (RFC 8693, section 4.1). */
  act?: { sub: string };
};

const life = { access: 300, guest: 900, service: 120 };
/** Up to so many seconds less, so that tokens issued together are not renewed together. */
const jitter = 15;
const renewBefore = 30;

const secondsOf = (date: Date) => Math.floor(date.getTime() / 1000);

/** A visitor, or a client in its own name: nobody has signed in. */
export const withoutLogin = (
  subject: Pick<Subject, "sub" | "sid" | "clientId" | "scope">,
  now: Date,
): Subject => ({
  ...subject,
  roles: [],
  authTime: secondsOf(now),
  acr: "0",
  amr: [],
  epoch: 0,
});

type Issuer = { keys: SigningKeys; issuer: string; clock: Clock };

/** Signs access tokens (RFC 9068) and the tokens by which services know each other. */
export const createTokens = ({ keys, issuer, clock }: Issuer) => {
  const sign = (typ: string, to: string, seconds: number, claims: JWTPayload) => {
    const now = secondsOf(clock());
    return new SignJWT(claims)
      .setProtectedHeader({ alg: "EdDSA", typ, kid: keys.kid })
      .setIssuer(issuer)
      .setAudience(to)
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + seconds)
      .setJti(crypto.randomUUID())
      .sign(keys.privateKey);
  };
  const issue = async (seconds: number, subject: Subject) => {
    const { clientId, authTime, scope, ...claims } = subject;
    const names = scope.join(" ");
    const access_token = await sign("at+jwt", audience, seconds, {
      ...claims,
      client_id: clientId,
      auth_time: authTime,
      scope: names,
    });
    return { access_token, token_type: "Bearer" as const, expires_in: seconds, scope: names };
  };
  const kept = new Map<string, { token: Promise<string>; until: number }>();
  return {
    access: (subject: Subject) =>
      issue(life.access - Math.floor(Math.random() * (jitter + 1)), subject),
    /** A token that another makes possible, and that lasts no longer than that one. */
    delegated: (subject: Subject, seconds: number) =>
      issue(Math.min(seconds, life.access), subject),
    guest: (subject: Subject) => issue(life.guest, subject),
    /** A service's proof to another. It keeps it itself: one is signed each time. */
    peer: async (from: string, to: string) => ({
      access_token: await sign("svc+jwt", serviceAudience(to), life.service, {
        sub: `service:${from}`,
      }),
      token_type: "Bearer" as const,
      expires_in: life.service,
      scope: "",
    }),
    /** This service's own proof to another, renewed before it expires. */
    service: (to: string) => {
      const now = secondsOf(clock());
      const known = kept.get(to);
      if (known && known.until > now) return known.token;
      const token = sign("svc+jwt", serviceAudience(to), life.service, { sub: "service:auth" });
      kept.set(to, { token, until: now + life.service - renewBefore });
      return token;
    },
  };
};
export type Tokens = ReturnType<typeof createTokens>;
