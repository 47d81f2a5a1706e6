import { Buffer } from "node:buffer";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const dayLength = 86_400_000;
const life = 180;
const mostAccounts = 4;

const pattern = /^d1\.([\w-]{22})((?:\.[0-9a-z]{1,6}~[\w-]{22}){1,4})$/;

/** A browser, and whether this account signed in on it before. */
export type Device = { id: string; known: boolean; otherMarks: string[] };

const dayOf = (now: Date) => Math.floor(now.getTime() / dayLength);

/** Says that an account signed in on a device on a day. */
const markOf = (secret: string, id: string, account: string, day: number) => {
  const name = JSON.stringify(["device", id, account, day]);
  const code = createHmac("sha256", secret).update(name).digest("base64url").slice(0, 22);
  return `${day.toString(36)}~${code}`;
};

/** Reads `d1.<id>.<mark>...`; of a token that is not ours, nothing is believed. */
export const readDevice = (
  secret: string,
  account: string,
  token: string | undefined,
  now: Date,
): Device => {
  const [, id, tail] = pattern.exec(token ?? "") ?? [];
  if (!id || !tail)
    return { id: randomBytes(16).toString("base64url"), known: false, otherMarks: [] };
  const isOwn = (mark: string) => {
    const day = Number.parseInt(mark, 36);
    const right = Buffer.from(markOf(secret, id, account, day));
    const given = Buffer.from(mark);
    const age = dayOf(now) - day;
    return age < life && right.length === given.length && timingSafeEqual(right, given);
  };
  const marks = tail.slice(1).split(".");
  const otherMarks = marks.filter((mark) => !isOwn(mark));
  return { id, known: otherMarks.length < marks.length, otherMarks };
};

/** The token of a device on which the account signed in now; a family's other accounts stay on it. */
export const mintDevice = (secret: string, account: string, device: Device, now: Date) => {
  const { id, otherMarks } = device;
  const others = otherMarks.slice(0, mostAccounts - 1);
  return ["d1", id, markOf(secret, id, account, dayOf(now)), ...others].join(".");
};
