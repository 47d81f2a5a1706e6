import { z } from "@hono/zod-openapi";

import { text } from "./contract.ts";

/** How contracts write whom one reaches, and where. */

export const email = z
  .email()
  .max(254)
  .transform((address) => address.toLowerCase())
  .openapi({ example: "mina@example.com" });

export const telephone = z.string().regex(/^\+?[0-9][0-9 -]{5,18}[0-9]$/, "must be a phone number");

/** The fields of schema.org's PostalAddress; `name` is the recipient. */
export const postalAddress = {
  name: text(80),
  telephone,
  addressCountry: z.string().regex(/^[A-Z]{2}$/, "must be an ISO 3166-1 alpha-2 code"),
  postalCode: text(12),
  addressRegion: text(80).nullable().default(null),
  addressLocality: text(80).nullable().default(null),
  streetAddress: text(160),
  extendedAddress: text(160).nullable().default(null),
};

/** A guest's own access token, shown by the member who was that guest. */
export const guestToken = z
  .string()
  .max(4096)
  .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, "must be an access token");
