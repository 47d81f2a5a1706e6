import { createHmac, timingSafeEqual } from "node:crypto";

/** Seconds that a signed webhook may be old, or ahead. */
const tolerance = 300;

/** Whether `t=<seconds>,v1=<HMAC-SHA-256 of "t.body" in hex>` is good, and of now. */
export const isSigned = (rawBody: string, header: string, secret: string, now: Date) => {
  const [, time, given] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  if (time === undefined || given === undefined) return false;
  const expected = createHmac("sha256", secret).update(`${time}.${rawBody}`).digest();
  return (
    timingSafeEqual(expected, Buffer.from(given, "hex")) &&
    Math.abs(now.getTime() / 1000 - Number(time)) <= tolerance
  );
};
