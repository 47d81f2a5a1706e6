import { expect, test } from "bun:test";
import { createHmac, generateKeyPairSync, sign } from "node:crypto";

import {
  bearer,
  claims,
  header,
  issuer,
  kid,
  now,
  publicPem,
  publicX,
  token,
} from "../testing/keys.ts";
import { echoOf, expectProblem, stand } from "../testing/stand.ts";

const { ask, calls } = await stand();
const path = "/v1/members/me";

const good = token();
const [head = "", body = "", signature = ""] = good.split(".");
const foreign = generateKeyPairSync("ed25519").privateKey;
const hs256 = (secret: string | Buffer) => {
  const signed = `${Buffer.from(JSON.stringify(header({ alg: "HS256" }))).toString("base64url")}.${body}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
};
const ownEcKey = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const es256 = (labelled: unknown) => {
  const signed = `${Buffer.from(JSON.stringify(labelled)).toString("base64url")}.${body}`;
  const key = { key: ownEcKey, dsaEncoding: "ieee-p1363" as const };
  return `${signed}.${sign("sha256", Buffer.from(signed), key).toString("base64url")}`;
};
const withClaims = (changes: Record<string, unknown>) => token(header(), claims(changes));
const withHeader = (changes: Record<string, unknown>) => token(header(changes));
const without = undefined;

const bad: [name: string, token: string][] = [
  [
    "alg none",
    `${Buffer.from(JSON.stringify(header({ alg: "none" }))).toString("base64url")}.${body}.`,
  ],
  ["alg none, signed", withHeader({ alg: "none" })],
  ["alg nOnE, signed", withHeader({ alg: "nOnE" })],
  ["HMAC with the public key", hs256(publicPem.toString())],
  ["HMAC with the key itself", hs256(Buffer.from(publicX, "base64url"))],
  ["an ES256 key of one's own", es256(header({ alg: "ES256" }))],
  ["an ES256 signature labelled EdDSA", es256(header())],
  ["another alg in the header", withHeader({ alg: "ES256" })],
  ["no alg", withHeader({ alg: without })],
  ["typ JWT", withHeader({ typ: "JWT" })],
  ["a service's token", withHeader({ typ: "svc+jwt" })],
  ["no typ", withHeader({ typ: without })],
  ["a shortened signature", good.slice(0, -10)],
  ["a signature without its last letter", good.slice(0, -1)],
  ["an empty signature", `${head}.${body}.`],
  ["two parts", `${head}.${body}`],
  ["four parts", `${good}.x`],
  ["a huge signature", good + "A".repeat(2000)],
  ["a signature that is no base64", `${head}.${body}.${"!".repeat(86)}`],
  ["a signature of zeros", `${head}.${body}.${"A".repeat(86)}`],
  [
    "a changed signature",
    `${head}.${body}.${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`,
  ],
  ["a payload changed after signing", `${head}.${token().split(".")[1]}.${signature}`],
  ["text for a payload", token(header(), '"x"')],
  ["a number for a payload", token(header(), "1")],
  ["null for a payload", token(header(), "null")],
  ["a list for a payload", token(header(), "[]")],
  ["a payload that is no JSON", token(header(), "{nope")],
  ["a deep payload", token(header(), "[".repeat(1500) + "]".repeat(1500))],
  ["a payload with a NUL", token(header(), `{"sub":"a\0b"}`)],
  ["a number for a header", token("1")],
  ["null for a header", token("null")],
  ["an object for kid", withHeader({ kid: { a: 1 } })],
  ["a list for kid", withHeader({ kid: [kid] })],
  ["a number for kid", withHeader({ kid: 1 })],
  ["null for kid", withHeader({ kid: null })],
  ["an empty kid", withHeader({ kid: "" })],
  ["no kid", withHeader({ kid: without })],
  ["kid in the payload", withClaims({ kid })],
  ["an object for kid in the payload", withClaims({ kid: { a: 1 } })],
  ["null for kid in the payload", withClaims({ kid: null })],
  ["an unknown kid", token(header({ kid: "x".repeat(43) }), claims(), foreign)],
  ["a foreign key under a known kid", token(header(), claims(), foreign)],
  ["an exp that has passed", withClaims({ exp: now() - 1, iat: now() - 301, nbf: now() - 301 })],
  ["no exp", withClaims({ exp: without })],
  ["text for exp", withClaims({ exp: String(now() + 300) })],
  ["null for exp", withClaims({ exp: null })],
  ["no nbf", withClaims({ nbf: without })],
  ["a start in the future", withClaims({ nbf: now() + 120 })],
  ["a year to live", withClaims({ exp: now() + 31_536_000 })],
  ["seventeen minutes to live", withClaims({ exp: now() + 1020 })],
  ["another issuer", withClaims({ iss: "https://evil.example" })],
  ["an issuer that only starts like ours", withClaims({ iss: `${issuer}.evil.example` })],
  ["another audience", withClaims({ aud: "other" })],
  ["no audience", withClaims({ aud: without })],
  ["no subject", withClaims({ sub: without })],
  ["an object for a subject", withClaims({ sub: {} })],
  ["a line break in the subject", withClaims({ sub: "a\r\nX-Admin: 1" })],
  ["a subject of 65 letters", withClaims({ sub: "a".repeat(65) })],
];

test.each(bad)("a token with %s is 401", async (_name, one) => {
  const before = calls();
  const answer = await ask({ path, headers: [["Authorization", `Bearer ${one}`]] });
  expectProblem(answer, 401, "unauthenticated");
  expect(answer.header("www-authenticate")).toBe('Bearer error="invalid_token"');
  expect(calls()).toBe(before);
});

test.each([
  ["another scheme before it", `Foo Bearer ${good}`],
  ["lower-case bearer", `bearer ${good}`],
  ["two spaces", `Bearer  ${good}`],
  ["a second token", `Bearer ${good}, Bearer ${good}`],
  ["a word behind it", `Bearer ${good} x`],
  ["no scheme", good],
  ["Basic", "Basic YTpi"],
  ["no token", "Bearer"],
  ["nothing at all", ""],
])("an Authorization header with %s is 401", async (_name, value) => {
  const answer = await ask({ path, headers: [["Authorization", value]] });
  expectProblem(answer, 401, "unauthenticated");
});

test("no token is 401 and names the scheme", async () => {
  const answer = await ask({ path });
  expectProblem(answer, 401, "unauthenticated");
  expect(answer.header("www-authenticate")).toBe("Bearer");
});

test("a token in the query or in a cookie is no token", async () => {
  expectProblem(await ask({ path: `${path}?jwt=${good}` }), 401, "unauthenticated");
  const cookie = `jwt=${good}; access_token=${good}`;
  expectProblem(await ask({ path, headers: [["Cookie", cookie]] }), 401, "unauthenticated");
});

test("two Authorization headers are refused", async () => {
  expectProblem(await ask({ path, headers: [bearer(), bearer()] }), 400, "invalid");
});

test.each([
  ["a member", {}],
  ["a guest", { sub: `guest:${crypto.randomUUID()}` }],
  ["one of several audiences", { aud: ["other", "jangteo"] }],
  ["fifteen minutes to live", { exp: now() + 900 }],
])("a good token passes: %s", async (_name, changes) => {
  const sub = "sub" in changes ? changes.sub : crypto.randomUUID();
  const { headers } = echoOf(await ask({ path, headers: [bearer({ ...changes, sub })] }));
  expect(headers).toMatchObject({ "x-user-id": sub, "x-consumer-username": "auth" });
  expect(headers["x-credential-identifier"]).toBe(kid);
});

test("a token that expires is refused although it passed before", async () => {
  const short: [string, string] = ["Authorization", `Bearer ${withClaims({ exp: now() + 2 })}`];
  echoOf(await ask({ path, headers: [short] }));
  const deadline = Date.now() + 5000;
  const refused = async (): Promise<boolean> => {
    const { status } = await ask({ path, headers: [short] });
    return status === 401 || (Date.now() < deadline && refused());
  };
  expect(await refused()).toBe(true);
});
