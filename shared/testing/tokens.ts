import { exportJWK, generateKeyPair, SignJWT } from "jose";

import { audience, serviceAudience } from "../src/auth.ts";

const issuer = "http://issuer.test";

type Claims = { sub: string; scope?: string; roles?: string[]; sid?: string };

/** Keys the tests trust, and ways to be somebody. */
export const testTokens = async () => {
  const { publicKey, privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  const kid = "test";
  const sign = (typ: string, aud: string, claims: Record<string, unknown>) =>
    new SignJWT({ client_id: "storefront", ...claims })
      .setProtectedHeader({ alg: "EdDSA", typ, kid })
      .setIssuer(issuer)
      .setAudience(aud)
      .setIssuedAt()
      .setNotBefore("0s")
      .setExpirationTime("5m")
      .setJti(crypto.randomUUID())
      .sign(privateKey);
  const access = ({ sub, sid = crypto.randomUUID(), scope = "", roles = [] }: Claims) =>
    sign("at+jwt", audience, { sub, sid, scope, roles });
  const authorized = async (token: Promise<string>) => ({ authorization: `Bearer ${await token}` });
  return {
    rules: { keys: async () => publicKey, issuer },
    jwks: async () => ({
      keys: [{ ...(await exportJWK(publicKey)), kid, alg: "EdDSA", use: "sig" }],
    }),
    access,
    /** Headers of a member, of a visitor without an account, of another service. */
    member: (id: string = crypto.randomUUID()) => authorized(access({ sub: id, scope: "member" })),
    guest: (id: string = crypto.randomUUID()) =>
      authorized(access({ sub: `guest:${id}`, scope: "cart" })),
    service: (to: string) =>
      authorized(sign("svc+jwt", serviceAudience(to), { sub: "service:test" })),
  };
};
