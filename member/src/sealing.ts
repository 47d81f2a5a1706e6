import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

const cipher = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

const keyFor = (secret: string, purpose: string) =>
  Buffer.from(hkdfSync("sha256", secret, "", `jangteo member ${purpose}`, 32));

/**
 * Keeps from readers of the database what they must not read: AES-256-GCM, bound to the row that
 * `context` names, so that a sealed text cannot be moved to another row.
 */
export const createSealing = (secret: string) => {
  const key = keyFor(secret, "seal");
  const digestKey = keyFor(secret, "digest");
  return {
    seal: (plain: string, context: string) => {
      const iv = randomBytes(ivBytes);
      const sealer = createCipheriv(cipher, key, iv).setAAD(Buffer.from(context));
      const sealed = [iv, sealer.update(plain, "utf8"), sealer.final(), sealer.getAuthTag()];
      return Buffer.concat(sealed).toString("base64url");
    },
    open: (text: string, context: string) => {
      const sealed = Buffer.from(text, "base64url");
      const opener = createDecipheriv(cipher, key, sealed.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      })
        .setAAD(Buffer.from(context))
        .setAuthTag(sealed.subarray(-tagBytes));
      const plain = opener.update(sealed.subarray(ivBytes, -tagBytes));
      return Buffer.concat([plain, opener.final()]).toString("utf8");
    },
    /** A name for a secret that is too short to be hashed without a key. */
    digest: (text: string, context: string) =>
      createHmac("sha256", digestKey).update(`${context}|${text}`).digest("base64url"),
  };
};
export type Sealing = ReturnType<typeof createSealing>;
