import { referenceStyle } from "./reference-style";

type Answers = { nonce: string; up: readonly string[]; down: readonly string[] };

/** Nothing of it leaves the shop: no fonts, no telemetry, no outside tools. */
const settings = (services: readonly string[]) => ({
  sources: services.map((service) => ({
    title: service,
    slug: service,
    url: `/developers/openapi/${service}.json`,
  })),
  withDefaultFonts: false,
  telemetry: false,
  showDeveloperTools: "never",
  hideClientButton: true,
  documentDownloadType: "json",
  agent: { disabled: true },
  mcp: { disabled: true },
  theme: "none",
});

const missing = (down: readonly string[]) =>
  down.length === 0
    ? ""
    : `<p class="down" role="status">${down.join(", ")}: no answer, so no document here for now. Reload to ask again.</p>`;

/** The API reference as a page of its own, outside the shop's frame and its policy. */
export const referencePage = ({ nonce, up, down }: Answers) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference · Jangteo</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${referenceStyle}</style>
</head>
<body>
<nav class="bar" aria-label="Jangteo"><a href="/">Jangteo</a><a href="/developers">Developers</a></nav>
${missing(down)}
<div id="reference"></div>
<script nonce="${nonce}" src="/developers/scalar.js"></script>
<script nonce="${nonce}">Scalar.createApiReference("#reference", ${JSON.stringify(settings(up))})</script>
</body>
</html>`;
