import { env } from "../../lib/env";

// The origin is known when the shop runs, not when it is built.
export const dynamic = "force-dynamic";

const closed = [
  "/api/",
  "/*/account",
  "/*/admin",
  "/*/checkout",
  "/*/login",
  "/*/logout",
  "/*/orders",
  "/*/suggestions",
];

/** Everything that is shown to everybody may be read by machines. */
export const GET = () =>
  new Response(
    [
      "User-agent: *",
      ...closed.map((path) => `Disallow: ${path}`),
      "",
      `Sitemap: ${new URL("/sitemap.xml", env.publicOrigin).href}`,
      "",
    ].join("\n"),
    { headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "max-age=3600" } },
  );
