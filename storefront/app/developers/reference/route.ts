import { newNonce, referencePolicy } from "../../../lib/content-policy";
import { readDocument, services } from "../../../lib/documents";
import { env } from "../../../lib/env";

export const dynamic = "force-dynamic";

const page = (nonce: string, up: string[], down: string[]) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>API reference · Jangteo</title>
<style>body{margin:0}.down{margin:0;padding:12px 20px;background:#f1e5c6;color:#6d4b0c;font:15px/1.55 system-ui,sans-serif}</style></head>
<body>
${down.length > 0 ? `<p class="down" role="status">${down.join(", ")}: not answering, so its document is not shown. Reload to try again.</p>` : ""}
<div id="reference"></div>
<script nonce="${nonce}" src="/developers/scalar.js"></script>
<script nonce="${nonce}">
Scalar.createApiReference("#reference", ${JSON.stringify({
  sources: up.map((service) => ({
    title: service,
    slug: service,
    url: `/developers/openapi/${service}.json`,
  })),
  withDefaultFonts: false,
  telemetry: false,
  theme: "none",
  hideClientButton: true,
  documentDownloadType: "json",
})})
</script>
</body></html>`;

/** Every service's contract in one reference, under a content policy of its own. */
export const GET = async () => {
  const answers = await Promise.all(
    services.map(async (service) => ({ service, up: (await readDocument(service)) !== null })),
  );
  const nonce = newNonce();
  const named = (up: boolean) =>
    answers.filter((answer) => answer.up === up).map(({ service }) => service);
  return new Response(page(nonce, named(true), named(false)), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": referencePolicy(nonce, new URL(env.gatewayUrl).origin),
    },
  });
};
