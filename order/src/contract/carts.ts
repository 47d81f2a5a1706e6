import { createRoute, z } from "@hono/zod-openapi";
import {
  bearer,
  body,
  idempotencyKey,
  json,
  memberOnly,
  writeFailures,
} from "@jangteo/shared/contract";
import { currency, Money } from "@jangteo/shared/money";
import { guestToken } from "@jangteo/shared/people";
import {
  forbidden,
  invalid,
  notFound,
  preconditionFailed,
  unauthenticated,
  unavailable,
} from "@jangteo/shared/problem";

import {
  audience,
  Coupon,
  couponCode,
  id,
  ifMatch,
  mostLines,
  mostUnits,
  PricedLine,
  Totals,
} from "./wire.ts";

const tags = ["carts"];
const quantity = z.int().min(1).max(mostUnits);

export const CartLine = z
  .object({
    ...PricedLine.shape,
    available: z.int().nullable().openapi({ description: "Units left, where it is known" }),
    problem: z
      .enum(["gone", "sold_out", "too_many"])
      .nullable()
      .openapi({ description: "What stands in the way of buying this line" }),
    addedPrice: Money.openapi({ description: "The unit price when it was put in" }),
  })
  .openapi("CartLine");
export type CartLine = z.infer<typeof CartLine>;

export const Cart = z
  .object({
    id: z.uuid().nullable().openapi({ description: "Null before anything was put in" }),
    version: z.int().nonnegative(),
    currency,
    lines: z.array(CartLine),
    units: z.int().nonnegative(),
    coupons: z.array(Coupon),
    totals: Totals,
    checkoutId: z.uuid().nullable().openapi({ description: "The checkout that holds it now" }),
    stale: z.boolean().openapi({
      description: "The catalogue does not answer: prices and stock are those last seen",
    }),
  })
  .openapi("Cart");
export type Cart = z.infer<typeof Cart>;

const failures = { ...invalid, ...unauthenticated, ...forbidden };
const cart = (description: string) => ({
  description,
  headers: z.object({ etag: z.string().openapi({ example: '"3"' }) }),
  content: { "application/json": { schema: Cart } },
});
const asked = audience.extend({ "if-match": ifMatch });
const keyed = asked.extend(idempotencyKey.shape);
const writes = {
  200: cart("The cart as it is now"),
  ...writeFailures,
  ...forbidden,
  ...notFound,
  ...preconditionFailed,
  ...unavailable,
};

export const getCart = createRoute({
  method: "get",
  path: "/v1/carts/current",
  tags,
  security: bearer,
  summary: "The cart of a member or a guest, priced; reading makes none",
  request: { headers: audience },
  responses: { 200: cart("The cart"), ...failures },
});

export const changeCart = createRoute({
  method: "patch",
  path: "/v1/carts/current",
  tags,
  security: bearer,
  summary: "Pay in another currency",
  request: { headers: keyed, body: body(z.strictObject({ currency }).openapi("CartChange")) },
  responses: writes,
});

export const addLine = createRoute({
  method: "post",
  path: "/v1/carts/current/lines",
  tags,
  security: bearer,
  summary: "Put units of a variant into the cart, on top of those that are in it",
  description: `At most ${mostUnits} of a variant, and ${mostLines} lines; beyond that, beyond the stock, and while a checkout holds the cart, it is 409.`,
  request: {
    headers: keyed,
    body: body(z.strictObject({ variantId: z.uuid(), quantity }).openapi("NewCartLine")),
  },
  responses: writes,
});

export const changeLine = createRoute({
  method: "patch",
  path: "/v1/carts/current/lines/{id}",
  tags,
  security: bearer,
  summary: "Have this many units of a line",
  request: {
    params: id,
    headers: keyed,
    body: body(z.strictObject({ quantity }).openapi("CartLineChange")),
  },
  responses: writes,
});

export const removeLine = createRoute({
  method: "delete",
  path: "/v1/carts/current/lines/{id}",
  tags,
  security: bearer,
  summary: "Take a line out; also when it is not there",
  request: { params: id, headers: asked },
  responses: writes,
});

const coupon = { params: z.object({ code: couponCode }), headers: asked };

export const addCoupon = createRoute({
  method: "put",
  path: "/v1/carts/current/coupons/{code}",
  tags,
  security: bearer,
  summary: "Use a coupon; one that gives nothing is 409 and says why",
  request: coupon,
  responses: writes,
});

export const removeCoupon = createRoute({
  method: "delete",
  path: "/v1/carts/current/coupons/{code}",
  tags,
  security: bearer,
  summary: "Do without a coupon",
  request: coupon,
  responses: writes,
});

/** What became of a guest's lines. */
export const MergeReport = z
  .object({
    added: z.int().openapi({ description: "Lines that the member's cart did not have" }),
    raised: z.int().openapi({ description: "Lines that both had: their units were added up" }),
    capped: z
      .array(z.uuid())
      .openapi({ description: "Variants of which the most one may have is less than the sum" }),
    coupons: z.int(),
  })
  .openapi("CartMergeReport");
export type MergeReport = z.infer<typeof MergeReport>;

export const mergeCart = createRoute({
  method: "post",
  path: "/v1/carts/current/merges",
  tags,
  security: memberOnly,
  summary: "Take over a guest's cart, whole; may be repeated, and answers the same report",
  description:
    "The member's token says whose the lines become, the guest's own token that they may be taken. A cart that a checkout of the guest holds is taken when the checkout lets go of it.",
  request: {
    body: body(z.strictObject({ guestToken }).openapi("CartMerge")),
  },
  responses: { 200: json(MergeReport, "Merged"), ...failures, ...unavailable },
});
