import { link, readFile, unlink, writeFile } from "node:fs/promises";

import { z } from "@hono/zod-openapi";
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
} from "jose";

const PrivateKey = z.object({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string(),
  d: z.string(),
});
/** A `pending` key is published before it signs, a `retiring` one until its last token expired. */
const KeyFile = z.object({
  keys: z.array(
    z.object({ state: z.enum(["pending", "active", "retiring"]), privateKey: PrivateKey }),
  ),
});
type KeyFile = z.infer<typeof KeyFile>;

const newKeys = async (): Promise<KeyFile> => {
  const pair = await generateKeyPair("EdDSA", { extractable: true });
  return {
    keys: [{ state: "active", privateKey: PrivateKey.parse(await exportJWK(pair.privateKey)) }],
  };
};

const failedWith = (error: unknown, code: string) =>
  error instanceof Error && "code" in error && error.code === code;

/** A link is made whole or not at all, so of two first starts both read the same keys. */
const writeOnce = async (file: string, keys: KeyFile) => {
  const draft = `${file}.${crypto.randomUUID()}`;
  await writeFile(draft, JSON.stringify(keys, null, 2), { mode: 0o600, flag: "wx" });
  try {
    await link(draft, file);
  } catch (error) {
    if (!failedWith(error, "EEXIST")) throw error;
  } finally {
    await unlink(draft);
  }
};

const readKeys = async (file: string) => {
  try {
    return KeyFile.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if (failedWith(error, "ENOENT")) return undefined;
    throw new Error(`${file} does not hold signing keys`, { cause: error });
  }
};

const published = async ({ kty, crv, x }: z.infer<typeof PrivateKey>) => ({
  kty,
  crv,
  x,
  kid: await calculateJwkThumbprint({ kty, crv, x }),
  alg: "EdDSA" as const,
  use: "sig" as const,
});

/** The key that signs, and all that verify; `kid` is the RFC 7638 thumbprint. */
export const createKeys = async (file?: KeyFile) => {
  const { keys } = file ?? (await newKeys());
  const [active, second] = keys.filter(({ state }) => state === "active");
  if (!active || second) throw new Error("Exactly one signing key must be active");
  const jwks = { keys: await Promise.all(keys.map(({ privateKey }) => published(privateKey))) };
  const { kid } = await published(active.privateKey);
  const privateKey = await importJWK(active.privateKey, "EdDSA");
  return { kid, privateKey, jwks, verify: createLocalJWKSet(jwks) };
};
export type SigningKeys = Awaited<ReturnType<typeof createKeys>>;

/** Reads the keys of a file, which the first start makes, readable by nobody else. */
export const openKeys = async (file: string) => {
  const known = await readKeys(file);
  if (known) return createKeys(known);
  await writeOnce(file, await newKeys());
  return createKeys(await readKeys(file));
};
