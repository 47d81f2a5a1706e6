import type { Redis } from "ioredis";

import type { Buckets } from "./buckets.ts";
import type { Emit } from "./events.ts";
import type { SigningKeys } from "./keys.ts";
import type { Member } from "./member.ts";
import type { Tokens } from "./tokens.ts";

/** What the verbs of this service work with. */
export type Parts = {
  redis: Redis;
  issuer: string;
  secret: string;
  keys: SigningKeys;
  tokens: Tokens;
  member: Member;
  emit: Emit;
  buckets: Buckets;
};
