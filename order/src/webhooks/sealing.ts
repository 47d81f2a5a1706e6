import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const cipher = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/** Keeps secrets from readers of the database: AES-256-GCM, bound to the row that `context` names. */
export const createSealing = (secret: string) => {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "jangteo order webhook seal", 32));
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
  };
};
export type Sealing = ReturnType<typeof createSealing>;
