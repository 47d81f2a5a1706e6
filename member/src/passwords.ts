import { createHash, createHmac, randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";

import { AppError } from "@jangteo/shared/problem";

/** OWASP's argon2id parameters: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const shownParameters = "$argon2id$v=19$m=19456,t=2,p=1$";
const queueLimit = 64;

/** Loaded with the first password: every start would wait for it. */
const argon2 = () => import("@node-rs/argon2");

const drawn = (bytes: number) => randomBytes(bytes).toString("base64").replaceAll("=", "");
/** What no password leads to, though to look takes as long: its salt and its tag are drawn. */
const nobodysHash = () => `${shownParameters}${drawn(16)}$${drawn(32)}`;

/** As many at a time as there are cores; a short queue, then a refusal that says to come back. */
const createPool = (width: number) => {
  const waiting: (() => void)[] = [];
  const state = { running: 0 };
  return async <T>(work: () => Promise<T>) => {
    if (state.running >= width) {
      if (waiting.length >= queueLimit)
        throw new AppError("unavailable", "Too many passwords at a time", {
          headers: { "retry-after": "2" },
        });
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else state.running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else state.running -= 1;
    }
  };
};

/** A pepper and the name that its hashes carry, which gives nothing of it away. */
const named = (pepper: string) => ({
  pepper,
  name: createHash("sha256").update(`pepper|${pepper}`).digest("base64url").slice(0, 8),
});

const peppered = (password: string, pepper: string) =>
  createHmac("sha256", pepper).update(password.normalize("NFKC")).digest("base64url");

/**
 * Hashes passwords as argon2id over an HMAC with a pepper that the database never sees. A stored
 * hash reads `<name of the pepper>$argon2id$…`; one without a name is older than all that have one.
 */
export const createPasswords = (
  pepper: string,
  {
    previous,
    width = availableParallelism(),
  }: { previous?: string | undefined; width?: number } = {},
) => {
  const pool = createPool(width);
  const current = named(pepper);
  const before = previous === undefined ? current : named(previous);
  const hash = async (password: string) =>
    current.name +
    (await pool(async () => (await argon2()).hash(peppered(password, current.pepper), parameters)));
  const unknown = nobodysHash();

  return {
    hash,
    /** Takes the same time when there is no hash, so that an address cannot be guessed from it. */
    verify: async (known: string | undefined, password: string) => {
      const stored = known ?? unknown;
      const at = stored.indexOf("$");
      const by = stored.slice(0, at) === current.name ? current : before;
      const right = await pool(async () =>
        (await argon2()).verify(stored.slice(at), peppered(password, by.pepper)),
      );
      return right && known !== undefined;
    },
    /** Whether a hash was made with another pepper or other parameters than today's. */
    isStale: (stored: string) => !stored.startsWith(current.name + shownParameters),
  };
};
export type Passwords = ReturnType<typeof createPasswords>;
