import { createPrivateKey, createPublicKey, sign } from "node:crypto";

/** The example key of RFC 8037, appendix A: known to everyone, so good for tests only. */
const jwk = {
  kty: "OKP",
  crv: "Ed25519",
  x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
};
const privateKey = createPrivateKey({
  key: { ...jwk, d: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A" },
  format: "jwk",
});

export const kid = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
export const publicX = jwk.x;
export const publicPem = createPublicKey(privateKey).export({ type: "spki", format: "pem" });
export const issuer = "https://auth.jangteo.example";
export const keySet = {
  keys: [{ ...jwk, kty: "OKP" as const, crv: "Ed25519" as const, kid, alg: "EdDSA", use: "sig" }],
};

const encode = (part: unknown) =>
  Buffer.from(typeof part === "string" ? part : JSON.stringify(part)).toString("base64url");
export const now = () => Math.floor(Date.now() / 1000);

export const header = (changes: Record<string, unknown> = {}) => ({
  alg: "EdDSA",
  typ: "at+jwt",
  kid,
  ...changes,
});
export const claims = (changes: Record<string, unknown> = {}) => ({
  iss: issuer,
  sub: crypto.randomUUID(),
  aud: "jangteo",
  client_id: "storefront",
  iat: now(),
  nbf: now(),
  exp: now() + 300,
  jti: crypto.randomUUID(),
  sid: crypto.randomUUID(),
  scope: "member",
  ...changes,
});

/** Signs whatever it is given: an object, or text that is no JSON. */
export const token = (head: unknown = header(), body: unknown = claims(), key = privateKey) => {
  const signed = `${encode(head)}.${encode(body)}`;
  return `${signed}.${sign(null, Buffer.from(signed), key).toString("base64url")}`;
};
export const bearer = (changes: Record<string, unknown> = {}): readonly [string, string] => [
  "Authorization",
  `Bearer ${token(header(), claims(changes))}`,
];
