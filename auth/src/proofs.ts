import { awayFrom } from "./member.ts";
import type { Parts } from "./parts.ts";
import { throttled, type Bucket } from "./throttle.ts";

const names = { totp: "otp", recovery_code: "rec" } as const;

/** How sure a proof makes us who it is; `amr` as in RFC 8176, with `rec` for a recovery code. */
export const byPassword = { acr: "1", amr: ["pwd"] };
/** A key that somebody holds, unlocked by who or what they are or know. */
export const byPasskey = { acr: "2", amr: ["hwk", "user"] };

/** Tries a code of the app or a recovery code; undefined when it is wrong. */
export const proveCode = async (
  { redis, member, emit }: Parts,
  {
    memberId,
    code,
    buckets,
    now,
  }: Record<"memberId" | "code", string> & { buckets: Bucket[]; now: Date },
) => {
  const prove = () => member.verifyCode(memberId, code);
  const method = await throttled(redis, { buckets, now, prove });
  if (method) return { acr: "2", amr: ["pwd", names[method]] };
  await emit("auth.sign_in_failed", { memberId });
  return undefined;
};

/** What the member service says of a member right now; undefined when the epoch is over. */
export const standingOf = async (member: Parts["member"], memberId: string, epoch: number) => {
  const answer = await member.epoch(memberId);
  if (answer === "away") throw awayFrom("The member service does not answer");
  return answer === "gone" || answer.epoch !== epoch ? undefined : answer;
};
