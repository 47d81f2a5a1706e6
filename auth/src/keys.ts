import { link, readFile, stat, unlink, writeFile } from "node:fs/promises";

import { z } from "@hono/zod-openapi";
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWTVerifyGetKey,
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
type Keys = Awaited<ReturnType<typeof createKeys>>;
export type SigningKeys = Omit<Keys, "verify"> & { verify: JWTVerifyGetKey };

const versionOf = async (file: string) => (await stat(file)).mtimeMs;

/**
 * The keys of a file, which the first start makes, readable by nobody else. `reload` takes up a
 * file that changed; one that cannot be read leaves everything as it was.
 */
export const openKeys = async (file: string) => {
  if (!(await readKeys(file))) await writeOnce(file, await newKeys());
  const read = async () => {
    const version = await versionOf(file);
    return { version, keys: await createKeys(await readKeys(file)) };
  };
  const state = { current: await read() };
  return {
    get kid() {
      return state.current.keys.kid;
    },
    get privateKey() {
      return state.current.keys.privateKey;
    },
    get jwks() {
      return state.current.keys.jwks;
    },
    /** When the file was last changed, in milliseconds since 1970. */
    get changedAt() {
      return state.current.version;
    },
    verify: (...asked: Parameters<SigningKeys["verify"]>) => state.current.keys.verify(...asked),
    reload: async () => {
      if ((await versionOf(file)) !== state.current.version) state.current = await read();
    },
  };
};
