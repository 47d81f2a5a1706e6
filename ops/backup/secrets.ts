import { createCipheriv, createDecipheriv, createHmac, randomBytes, scryptSync } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";

import { UserError } from "@jangteo/shared/embedded/user-error";
import { z } from "zod";

import type { Folder } from "../local/folder.ts";
import type { Secrets } from "../local/secrets.ts";

/** Those without which something in the database can never be opened or checked again. */
const binding = ["pepper", "secondFactor", "webhook", "oneTimeToken", "idempotency"] as const;

/** The secrets are 256 bits that were drawn, so nobody finds them by trying. */
export const fingerprintsOf = (secrets: Secrets): Record<string, string> =>
  Object.fromEntries(
    binding.map((name) => [
      name,
      createHmac("sha256", secrets[name]).update("jangteo backup").digest("hex").slice(0, 32),
    ]),
  );

const Sealed = z.object({
  cipher: z.literal("scrypt, aes-256-gcm"),
  salt: z.base64url(),
  iv: z.base64url(),
  tag: z.base64url(),
  text: z.base64url(),
});
const Kept = z.object({ secrets: z.record(z.string(), z.string()), keys: z.string().nullable() });
export type Kept = z.infer<typeof Kept>;

const shortest = 12;
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 };
const keyFrom = (passphrase: string, salt: Buffer) => scryptSync(passphrase, salt, 32, cost);

export const requireStrong = (passphrase: string): string => {
  if (passphrase.length >= shortest) return passphrase;
  throw new UserError(
    `BACKUP_PASSPHRASE has fewer than ${shortest} characters.`,
    "Draw one and keep it apart from the backups: openssl rand -base64 24",
  );
};

/** The secrets and signing keys of a shop, to be opened with the passphrase only. */
export const seal = (folder: Folder, passphrase: string): string => {
  const kept: Kept = {
    secrets: JSON.parse(readFileSync(folder.secrets, "utf8")),
    keys: existsSync(folder.keys) ? readFileSync(folder.keys, "utf8") : null,
  };
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv("aes-256-gcm", keyFrom(passphrase, salt), iv);
  const text = Buffer.concat([cipher.update(JSON.stringify(kept)), cipher.final()]);
  const parts = { salt, iv, tag: cipher.getAuthTag(), text };
  const written = Object.entries(parts).map(([name, part]) => [name, part.toString("base64url")]);
  return JSON.stringify({ cipher: "scrypt, aes-256-gcm", ...Object.fromEntries(written) });
};

export const unseal = (file: string, passphrase: string): Kept => {
  const sealed = Sealed.parse(JSON.parse(readFileSync(file, "utf8")));
  const part = (name: "salt" | "iv" | "tag" | "text") => Buffer.from(sealed[name], "base64url");
  try {
    const key = keyFrom(passphrase, part("salt"));
    const cipher = createDecipheriv("aes-256-gcm", key, part("iv")).setAuthTag(part("tag"));
    const text = Buffer.concat([cipher.update(part("text")), cipher.final()]);
    return Kept.parse(JSON.parse(text.toString()));
  } catch {
    throw new UserError(
      "BACKUP_PASSPHRASE does not open the secrets of this backup.",
      "It is the one that was set when the backup was taken.",
    );
  }
};
