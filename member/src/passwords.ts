import { createHmac } from "node:crypto";
import { availableParallelism } from "node:os";

import { AppError } from "@jangteo/shared/problem";
import { hash as argon2, verify as argon2Verify } from "@node-rs/argon2";

/** OWASP's argon2id parameters: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const queueLimit = 64;

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

/** Hashes passwords as argon2id over an HMAC with a pepper that the database never sees. */
export const createPasswords = (pepper: string, width = availableParallelism()) => {
  const pool = createPool(width);
  const peppered = (password: string) =>
    createHmac("sha256", pepper).update(password.normalize("NFKC")).digest("base64url");
  const hash = (password: string) => pool(() => argon2(peppered(password), parameters));
  const unknown = hash(crypto.randomUUID());

  return {
    hash,
    /** Takes the same time when there is no hash, so that an address cannot be guessed from it. */
    verify: async (known: string | undefined, password: string) => {
      const stored = known ?? (await unknown);
      const right = await pool(() => argon2Verify(stored, peppered(password)));
      return right && known !== undefined;
    },
  };
};
export type Passwords = ReturnType<typeof createPasswords>;
