import { createHash, generateKeyPairSync } from "node:crypto";
import { chownSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";

import { UserError } from "@jangteo/shared/embedded/user-error";
import { z } from "zod";

const PrivateKey = z.object({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string(),
  d: z.string(),
});
const Key = z.object({
  /** `pending` is published before it signs, `retiring` until its last token expired. */
  state: z.enum(["pending", "active", "retiring"]),
  /** When it got there. */
  since: z.iso.datetime().optional(),
  privateKey: PrivateKey,
});
export type Key = z.infer<typeof Key>;
const KeyFile = z.object({ keys: z.array(Key) });

/** The name of a key: its thumbprint (RFC 7638). */
export const kidOf = ({ privateKey: { crv, kty, x } }: Key): string =>
  createHash("sha256").update(JSON.stringify({ crv, kty, x })).digest("base64url");

export const newKey = (now: Date): Key => ({
  state: "pending",
  since: now.toISOString(),
  privateKey: PrivateKey.parse(generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" })),
});

/** Auth's signing keys, as its file holds them. */
export const readKeys = (file: string): Key[] => {
  try {
    return KeyFile.parse(JSON.parse(readFileSync(file, "utf8"))).keys;
  } catch {
    throw new UserError(
      `${file} does not hold signing keys.`,
      "Auth makes it on its first start; KEYS_FILE or JANGTEO_DIR says where it is.",
    );
  }
};

/** Replaces the file in one step; it stays its owner's, and readable by nobody else. */
export const writeKeys = (file: string, keys: readonly Key[]): void => {
  const draft = `${file}.new`;
  writeFileSync(draft, JSON.stringify({ keys }, null, 2), { mode: 0o600 });
  const { uid, gid } = statSync(file);
  if (process.getuid?.() === 0) chownSync(draft, uid, gid);
  renameSync(draft, file);
};
