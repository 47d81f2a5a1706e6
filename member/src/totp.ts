import { Secret, TOTP } from "otpauth";

const period = 30;
const issuer = "Jangteo";
const secretBytes = 20;

const totp = (secret: Secret, label = "") =>
  new TOTP({ issuer, label, algorithm: "SHA1", digits: 6, period, secret });

/** A new secret for an authenticator app, in Base32. */
export const newSecret = () => new Secret({ size: secretBytes }).base32;

/** What the app reads from the QR code. */
export const otpauthUri = (secret: string, account: string) =>
  totp(Secret.fromBase32(secret), account).toString();

/** The 30 s step whose code this is, one step early or late; undefined when it is none (RFC 6238). */
export const stepOf = (secret: string, code: string, now: Date) => {
  const timestamp = now.getTime();
  const delta = totp(Secret.fromBase32(secret)).validate({ token: code, timestamp, window: 1 });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / period) + delta;
};
