import createIntlMiddleware from "next-intl/middleware";
import type { NextRequest } from "next/server";

import { routing } from "./i18n/routing";
import { newNonce, pagePolicy } from "./lib/content-policy";
import { env } from "./lib/env";
import { cachingOf } from "./lib/public-pages";

const route = createIntlMiddleware(routing);
const overTls = env.publicOrigin.startsWith("https:");

/** Gives every page its language and its nonce; what a client sends under those names is replaced. */
export const proxy = (request: NextRequest) => {
  const nonce = newNonce();
  const policy = pagePolicy(nonce);
  request.headers.set("x-nonce", nonce);
  request.headers.set("content-security-policy", policy);
  request.headers.delete("content-security-policy-report-only");
  const response = route(request);
  response.headers.set("content-security-policy", policy);
  const caching = cachingOf(request.nextUrl.pathname, request.headers.get("cookie"), overTls);
  if (caching) response.headers.set("cache-control", caching);
  if (overTls) {
    response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  }
  return response;
};

export const config = {
  matcher: [
    "/((?!api/|_next/|media/|admin/(?:exports|order-exports|imports|pictures)$|developers/reference$|developers/scalar.js$|developers/openapi/|icon.svg$|icons/|og/|sw.js$|robots.txt$|sitemap.xml$|sitemaps/|livez$|readyz$|metrics$).*)",
  ],
};
