import { createHmac, randomBytes } from "node:crypto";

const prefix = "whsec_";

export const newSecret = () => prefix + randomBytes(32).toString("base64");

type Message = { id: string; at: Date; body: string };

/** Standard Webhooks 1.0.0: HMAC-SHA-256 of `id.timestamp.body`, once for each secret that counts. */
export const signedHeaders = ({ id, at, body }: Message, secrets: string[]) => {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), "base64");
    const mac = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`);
    return `v1,${mac.digest("base64")}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
};
