import { Buffer } from "node:buffer";
import { createHash, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";

import { z } from "@hono/zod-openapi";

import { scopes } from "./scopes.ts";

const grantType = z.enum([
  "refresh_token",
  "client_credentials",
  "urn:ietf:params:oauth:grant-type:token-exchange",
]);

/** Never looks like a member's id: it becomes the `sub` of the client's own tokens. */
export const clientId = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/);

/** A client of the token endpoint. One without a secret is public (RFC 6749, section 2.1). */
const Client = z
  .strictObject({
    id: clientId,
    secretHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, "must be the SHA-256 of the secret in hexadecimal")
      .optional(),
    scopes: z.array(z.string().regex(/^[a-z:._-]+$/)),
    grants: z.array(grantType).default(["client_credentials"]),
  })
  .refine(
    ({ secretHash, grants }) =>
      secretHash !== undefined || grants.every((grant) => grant === "refresh_token"),
    "a client without a secret cannot act in its own name, nor for others",
  );
export type Client = z.infer<typeof Client> & {
  firstParty?: boolean;
  /** The services that it may address with tokens of its own, and nothing else. */
  peers?: readonly string[];
};

export const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** The shop's own client, the only one that may exchange a password for a session. */
export const storefront = (secret: string): Client => ({
  id: "storefront",
  secretHash: sha256(secret),
  scopes: scopes.member,
  grants: ["refresh_token"],
  firstParty: true,
});

const peersOf = { order: ["product", "payment"], payment: ["order"] } as const;

/** A service of the shop that calls others: it gets tokens for them, and none for the public API. */
export const serviceClient = (id: keyof typeof peersOf, secret: string): Client => ({
  id,
  secretHash: sha256(secret),
  scopes: [],
  grants: ["client_credentials"],
  peers: peersOf[id],
});

/** The integrators that the operator names; staff register others. `{ "clients": [{ "id", "secretHash", "scopes", "grants" }] }`. */
export const readClients = async (file?: string): Promise<Client[]> => {
  if (file === undefined) return [];
  const { clients } = z
    .object({ clients: z.array(Client) })
    .parse(JSON.parse(await readFile(file, "utf8")));
  const own = ["storefront", ...Object.keys(peersOf)];
  const ids = new Set([...own, ...clients.map(({ id }) => id)]);
  if (ids.size < own.length + clients.length) throw new Error(`${file} names a client twice`);
  return clients;
};

export type Credentials = { id: string | undefined; secret: string | undefined };

const formDecoded = (part: string) =>
  new URLSearchParams(`part=${part.replaceAll("&", "%26")}`).get("part") ?? "";

/** RFC 6749, section 2.3.1: both parts are form-encoded before they are joined. */
const decodeBasic = (header: string): Credentials | undefined => {
  const [, encoded] = /^Basic ([\w+/-]+=*)$/i.exec(header) ?? [];
  const [, id, secret] =
    /^([^:]+):(.*)$/.exec(Buffer.from(encoded ?? "", "base64").toString()) ?? [];
  if (id === undefined || secret === undefined) return undefined;
  return { id: formDecoded(id), secret: formDecoded(secret) };
};

type Form = { client_id?: string | undefined; client_secret?: string | undefined };

/** Who a request says to be, and by what. */
export const credentialsOf = (header: string | undefined, form: Form = {}) =>
  header === undefined ? { id: form.client_id, secret: form.client_secret } : decodeBasic(header);

const nobody = sha256("");

/** The client that proves to be itself, in the same time whether it is known or not. */
export const authenticate = (
  clients: Client[],
  credentials: Credentials | undefined,
): Client | undefined => {
  const client = clients.find(({ id }) => id === credentials?.id);
  const given = Buffer.from(sha256(credentials?.secret ?? ""));
  const right = timingSafeEqual(given, Buffer.from(client?.secretHash ?? nobody));
  return right ? client : undefined;
};
