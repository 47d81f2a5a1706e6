export const levels = ["short", "weak", "fair", "strong"] as const;
export type Level = (typeof levels)[number];

const least = 8;
const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "0123456789", "abcdefghijklmnopqrstuvwxyz"];
const runs = [...rows, ...rows.map((row) => row.split("").toReversed().join(""))];

/** Signs that the one before foretells: the same again, or the next on the keyboard or in the alphabet. */
const isForetold = (sign: string, before: string | undefined) =>
  before !== undefined && (sign === before || runs.some((run) => run.includes(before + sign)));

/**
 * How hard a password is to guess, as far as can be told while it is typed; the shop itself also
 * refuses common ones. A syllable of Hangul is typed with two or three keys and counts as two.
 */
export const strengthOf = (password: string): Level => {
  const signs = Array.from(password.toLowerCase());
  if (password.length < least) return "short";
  const worth = signs
    .filter((sign, at) => !isForetold(sign, signs[at - 1]))
    .reduce((sum, sign) => sum + (/[가-힣]/.test(sign) ? 2 : 1), 0);
  if (worth < least || new Set(signs).size < 5) return "weak";
  return worth < 14 ? "fair" : "strong";
};
