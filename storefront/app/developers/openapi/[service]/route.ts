import { isService, readDocument } from "../../../../lib/documents";

/** One service's OpenAPI document on the shop's own origin. */
export const GET = async (
  _request: Request,
  { params }: { params: Promise<{ service: string }> },
) => {
  const service = (await params).service.replace(/\.json$/, "");
  if (!isService(service)) return new Response("Not found", { status: 404 });
  const document = await readDocument(service);
  if (!document)
    return Response.json(
      { title: `${service} does not answer`, status: 503 },
      { status: 503, headers: { "content-type": "application/problem+json" } },
    );
  return Response.json(document, { headers: { "cache-control": "no-cache" } });
};
