import { z } from "@hono/zod-openapi";
import { password } from "@jangteo/shared/contract";

export const newPassword = password(8);
export const currentPassword = password(1);
export const oneTimeToken = z.string().regex(/^[\w-]{43}$/, "must be the token of the link");
/** A code of the authenticator app, or a recovery code, with or without its spaces and hyphens. */
export const code = z.string().regex(/^[0-9A-Za-z -]{6,24}$/, "must be a code");
/** Never looks like a member's id: it becomes the `sub` of the client's own tokens. */
export const clientId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,30}$/, "must be 2 to 31 of a-z 0-9 -")
  .openapi({ example: "warehouse" });
export const id = z.object({ id: z.uuid() });
export const roles = z.array(z.enum(["owner", "manager", "support", "fulfilment"]));

/** How many pieces one may put on a wishlist; one that took a guest's over may hold more. */
export const mostWishes = 500;

export const accepted = {
  202: { description: "Accepted; the answer does not say whether it is known" },
};
export const done = { 204: { description: "Done" } };
