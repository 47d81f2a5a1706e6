import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Env, MiddlewareHandler } from "hono";

const idempotency = `
## Idempotency

Every POST and PATCH that changes something takes an \`Idempotency-Key\`: one key for one intent, kept
over every retry of it. The first answer is stored and given again with \`Idempotency-Replayed: true\`.

| case | answer |
|---|---|
| no key, or a malformed one | 400 |
| the same key while the first request runs | 409 with \`Retry-After\` |
| the same key with another request | 422 |

## Errors

Every failure is \`application/problem+json\` (RFC 9457): a stable \`code\`, the ids to quote when you ask
for help, and in \`errors\` each wrong field by its JSON Pointer.
`;

/** Loaded with the first look: every start would wait for it. */
const reference = () => import("@jangteo/shared/reference");

/** Scalar needs inline styles; scripts come from this service alone, and it may call the API it shows. */
const docsPolicy =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data:; font-src 'self' data:; connect-src 'self' http://localhost:8000; " +
  "base-uri 'none'; frame-ancestors 'none'";

const policy: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("content-security-policy", docsPolicy);
};

/** What an OpenAPI document says beside the routes. */
export const documentOf = (name: string, description: string) => ({
  openapi: "3.1.0" as const,
  info: { title: `Jangteo ${name}`, version: "1", description: `${description}\n${idempotency}` },
  servers: [{ url: "http://localhost:8000", description: "The gateway" }],
});

export const mountDocs = <E extends Env>(
  app: OpenAPIHono<E>,
  name: string,
  description: string,
) => {
  const schemes = app.openAPIRegistry;
  schemes.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "at+jwt",
    description: "An access token of a member, a guest or an API client",
  });
  schemes.registerComponent("securitySchemes", "service", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "svc+jwt",
    description: "Between services only; the gateway does not route these",
  });
  schemes.registerComponent("securitySchemes", "client", {
    type: "http",
    scheme: "basic",
    description: "A confidential client's id and secret",
  });
  app.doc31("/openapi.json", documentOf(name, description));
  app.use("/docs", policy);
  app.get("/docs", async (c, next) => (await reference()).page<E>(`Jangteo ${name}`)(c, next));
  app.get("/docs/scalar.js", async (c) =>
    c.body(await (await reference()).script(), 200, {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=86400",
    }),
  );
};
