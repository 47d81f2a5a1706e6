import type { TokenReader } from "./auth.ts";
import { AppError, invalidField } from "./problem.ts";

/** The id of the guest that a subject is; undefined for everybody else. */
export const guestOf = (sub: string) => /^guest:([0-9a-f-]{36})$/.exec(sub)?.[1];

/** Which guest the `guestToken` of a body proves; refused as that field, since it is no login of the caller. */
export const readGuest = async (read: TokenReader, token: string) => {
  const identity = await read(token).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "unauthenticated") return undefined;
    throw error;
  });
  const guestId = identity && guestOf(identity.sub);
  if (guestId !== undefined) return guestId;
  throw invalidField("/guestToken", "guest_token", "must be a guest's token that is still good");
};
