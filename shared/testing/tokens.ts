import { exportJWK, generateKeyPair, SignJWT } from "jose";

import { audience, serviceAudience } from "../src/auth.ts";

const issuer = "http://issuer.test";

type Claims = {
  sub: string;
  scope?: string;
  roles?: string[];
  sid?: string;
  acr?: string;
  /** How many seconds ago the person proved who they are. */
  age?: number;
};

/** Keys the tests trust, and ways to be somebody. */
export const testTokens = async () => {
  const { publicKey, privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  const kid = "a-key-of-the-tests-as-long-as-a-thumbprint_";
  const sign = (typ: string, aud: string, claims: Record<string, unknown>, from = issuer) =>
    new SignJWT({ client_id: "storefront", ...claims })
      .setProtectedHeader({ alg: "EdDSA", typ, kid })
      .setIssuer(from)
      .setAudience(aud)
      .setIssuedAt()
      .setNotBefore("0s")
      .setExpirationTime("5m")
      .setJti(crypto.randomUUID())
      .sign(privateKey);
  const access = ({ age = 0, sid = crypto.randomUUID(), ...claims }: Claims) =>
    sign("at+jwt", audience, {
      scope: "member",
      roles: [],
      acr: "1",
      sid,
      auth_time: Math.floor(Date.now() / 1000) - age,
      ...claims,
    });
  const authorized = async (token: Promise<string>) => ({ authorization: `Bearer ${await token}` });
  return {
    rules: { keys: async () => publicKey, issuer },
    sign,
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
