import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const nonceLength = 12;
const tagLength = 16;

/** AES-256-GCM under a key for one use; a sealed value opens only for the owner it was sealed for. */
export const createCipher = (secret: string, use: "refresh token" | "form" | "receipt") => {
  const key = Buffer.from(hkdfSync("sha256", secret, "", use, 32));
  const seal = (plain: string, owner: string) => {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
  };
  /** undefined when it was sealed under another secret, for another owner, or was changed. */
  const open = (value: string, owner: string) => {
    try {
      const bytes = Buffer.from(value, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceLength))
        .setAAD(Buffer.from(owner))
        .setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
      const rest = bytes.subarray(nonceLength + tagLength);
      return Buffer.concat([decipher.update(rest), decipher.final()]).toString("utf8");
    } catch {
      return undefined;
    }
  };
  return { seal, open };
};
export type Cipher = ReturnType<typeof createCipher>;
