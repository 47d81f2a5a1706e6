import { referencePage } from "../../../domains/developers/reference-page";
import { newNonce, referencePolicy } from "../../../lib/content-policy";
import { readDocument, services } from "../../../lib/documents";

export const dynamic = "force-dynamic";

/** Every service's contract in one reference; what does not answer is named. */
export const GET = async () => {
  const asked = await Promise.all(
    services.map(async (service) => ({ service, contract: await readDocument(service) })),
  );
  const up = asked.filter(({ contract }) => contract !== null).map(({ service }) => service);
  const down = services.filter((service) => !up.includes(service));
  const servers = asked.flatMap(({ contract }) => contract?.servers ?? []);
  const nonce = newNonce();
  return new Response(referencePage({ nonce, up, down }), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": referencePolicy(
        nonce,
        servers.map(({ url }) => new URL(url).origin),
      ),
    },
  });
};
