import { createHash, createHmac, randomBytes } from "node:crypto";

/** What a browser holds: 32 random bytes, base64url. */
export const newHandle = () => randomBytes(32).toString("base64url");

/** What the store knows a handle by, so that reading the store gives no session away. */
export const hidOf = (handle: string) => createHash("sha256").update(handle).digest("hex");

const derive = (secret: string, purpose: string, value: string) =>
  createHmac("sha256", secret).update(`${purpose}:${value}`).digest();

/** The guest that a form makes: sending one form twice at once makes one guest. */
export const guestOfForm = (secret: string, formKey: string) =>
  derive(secret, "guest", formKey).toString("base64url");

/** A guest's id for the services, as a UUIDv8 (RFC 9562, section 5.8); the cookie cannot be told from it. */
export const guestIdOf = (secret: string, guest: string) => {
  const bytes = derive(secret, "guest-id", guest).subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};
