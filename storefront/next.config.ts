import { fileURLToPath } from "node:url";

import type { NextConfig } from "next";
import { PHASE_PRODUCTION_SERVER } from "next/constants";

const config: NextConfig = {
  // A second build beside a running shop, such as that of the tests, goes elsewhere.
  distDir: process.env["NEXT_DIST_DIR"] ?? ".next",
  // The server packs, with brotli where it is understood.
  compress: false,
  // A page arrives with its title, never before it: a screen reader says it when the page changes.
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  reactStrictMode: true,
  turbopack: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    rules: { "*.woff2": { type: "asset", condition: { query: "?url" } } },
  },
  // `bun run check` has checked them; a shop that starts does not check again.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        {
          key: "Permissions-Policy",
          value: "camera=(), geolocation=(), microphone=(), payment=()",
        },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
      ],
    },
    {
      source: "/:locale/(account|checkout|orders)/:path*",
      headers: [
        { key: "X-Robots-Tag", value: "noindex, nofollow" },
        { key: "Cache-Control", value: "private, no-store" },
      ],
    },
    {
      source: "/:locale/admin/:path*",
      headers: [
        { key: "X-Robots-Tag", value: "noindex, nofollow" },
        { key: "Cache-Control", value: "private, no-store" },
      ],
    },
    {
      // Mail links arrive here with their token in the address.
      source: "/:locale/(verify|reset|email)",
      headers: [{ key: "Referrer-Policy", value: "no-referrer" }],
    },
  ],
};

// The plugin serves the build. What it loads unpacks a compiler into /tmp to run it there, which a container forbids.
export default async (phase: string): Promise<NextConfig> => {
  if (phase === PHASE_PRODUCTION_SERVER) return config;
  const { default: createNextIntl } = await import("next-intl/plugin");
  return createNextIntl("./i18n/request.ts")(config);
};
