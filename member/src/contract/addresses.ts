import { createRoute, z } from "@hono/zod-openapi";
import {
  body,
  idempotencyKey,
  json,
  memberOnly,
  text,
  writeFailures,
} from "@jangteo/shared/contract";
import { postalAddress } from "@jangteo/shared/people";
import { forbidden, invalid, notFound, unauthenticated } from "@jangteo/shared/problem";

import { done, id } from "./wire.ts";

/** Named after schema.org's PostalAddress; `name` is the recipient. */
export const NewAddress = z
  .strictObject({
    ...postalAddress,
    isDefault: z.boolean().default(false),
  })
  .openapi("NewAddress");
export const AddressChange = z
  .strictObject({
    ...NewAddress.shape,
    addressRegion: text(80).nullable(),
    addressLocality: text(80).nullable(),
    extendedAddress: text(160).nullable(),
    isDefault: z.boolean(),
  })
  .partial()
  .openapi("AddressChange");
export const Address = z.object({ id: z.uuid(), ...NewAddress.shape }).openapi("Address");
export type Address = z.infer<typeof Address>;

export const listAddresses = createRoute({
  method: "get",
  path: "/v1/members/me/addresses",
  tags: ["addresses"],
  security: memberOnly,
  summary: "The member's addresses, the default first",
  responses: {
    200: json(z.object({ items: z.array(Address) }), "The addresses"),
    ...unauthenticated,
    ...forbidden,
  },
});

export const addAddress = createRoute({
  method: "post",
  path: "/v1/members/me/addresses",
  tags: ["addresses"],
  security: memberOnly,
  summary: "Add an address; the first one becomes the default",
  request: { headers: idempotencyKey, body: body(NewAddress) },
  responses: { 201: json(Address, "Added"), ...writeFailures, ...forbidden },
});

export const changeAddress = createRoute({
  method: "patch",
  path: "/v1/members/me/addresses/{id}",
  tags: ["addresses"],
  security: memberOnly,
  summary: "Change an address",
  request: { params: id, headers: idempotencyKey, body: body(AddressChange) },
  responses: { 200: json(Address, "Changed"), ...writeFailures, ...forbidden, ...notFound },
});

export const removeAddress = createRoute({
  method: "delete",
  path: "/v1/members/me/addresses/{id}",
  tags: ["addresses"],
  security: memberOnly,
  summary: "Remove an address",
  request: { params: id },
  responses: { ...done, ...invalid, ...unauthenticated, ...forbidden, ...notFound },
});
