import { createRoute, z } from "@hono/zod-openapi";
import { body, json, service } from "@jangteo/shared/contract";
import { conflict, invalid, notFound, unauthenticated } from "@jangteo/shared/problem";

const tags = ["internal"];
const params = z.object({ checkoutId: z.uuid() });
const location = z.string().regex(/^[a-z0-9-]{1,40}$/, "must be the code of a location");

export const ReservationState = z
  .enum(["held", "committed", "released", "expired", "shipped", "cancelled"])
  .openapi("ReservationState");

/** What a checkout holds, line by line. */
export const Reservation = z
  .object({
    checkoutId: z.uuid(),
    lines: z.array(
      z.object({
        id: z.uuid(),
        variantId: z.uuid(),
        location,
        quantity: z.int(),
        shipped: z.int(),
        returned: z.int(),
        state: ReservationState,
        expiresAt: z.iso.datetime(),
      }),
    ),
  })
  .openapi("Reservation");
export type Reservation = z.infer<typeof Reservation>;

export const NewReservation = z
  .strictObject({
    checkoutId: z.uuid(),
    minutes: z.int().min(1).max(120).default(15).openapi({ description: "How long it is held" }),
    lines: z
      .array(
        z.strictObject({
          variantId: z.uuid(),
          location: location.default("main"),
          quantity: z.int().min(1).max(10_000),
        }),
      )
      .min(1)
      .max(200)
      .refine(
        (lines) =>
          new Set(lines.map(({ variantId, location: at }) => `${variantId} ${at}`)).size ===
          lines.length,
        "must name each variant of a location once",
      ),
  })
  .openapi("NewReservation");

const failures = { ...invalid, ...unauthenticated };

export const reserve = createRoute({
  method: "post",
  path: "/internal/reservations",
  tags,
  security: service,
  summary: "Hold units for a checkout: all lines or none; repeating it holds nothing more",
  request: { body: body(NewReservation) },
  responses: { 201: json(Reservation, "Held"), ...failures, ...conflict },
});

export const getReservation = createRoute({
  method: "get",
  path: "/internal/reservations/{checkoutId}",
  tags,
  security: service,
  summary: "What a checkout holds and held",
  request: { params },
  responses: { 200: json(Reservation, "The reservation"), ...failures, ...notFound },
});

export const turnReservation = createRoute({
  method: "post",
  path: "/internal/reservations/{checkoutId}/transitions",
  tags,
  security: service,
  summary: "held to committed or released, committed to shipped or cancelled; may be repeated",
  request: {
    params,
    body: body(
      z
        .strictObject({ to: z.enum(["committed", "released", "shipped", "cancelled"]) })
        .openapi("ReservationTransition"),
    ),
  },
  responses: { 200: json(Reservation, "Changed"), ...failures, ...notFound, ...conflict },
});

/** `id` is the caller's name for it: told again, nothing moves. */
export const Consignment = z
  .strictObject({
    id: z.uuid(),
    lines: z
      .array(z.strictObject({ variantId: z.uuid(), quantity: z.int().min(1).max(10_000) }))
      .min(1)
      .max(200)
      .refine(
        (lines) => new Set(lines.map(({ variantId }) => variantId)).size === lines.length,
        "must name each variant once",
      ),
  })
  .openapi("Consignment");
export type Consignment = z.infer<typeof Consignment>;

const consignment = <P extends string>(path: P, summary: string) =>
  createRoute({
    method: "post",
    path,
    tags,
    security: service,
    summary,
    request: { params, body: body(Consignment) },
    responses: { 200: json(Reservation, "Changed"), ...failures, ...notFound, ...conflict },
  });

export const sendReserved = consignment(
  "/internal/reservations/{checkoutId}/shipments",
  "Some of what is committed was sent: it leaves the stock; all of it or nothing",
);
export const takeBack = consignment(
  "/internal/reservations/{checkoutId}/returns",
  "Some of what was sent came back and can be sold again; all of it or nothing",
);
