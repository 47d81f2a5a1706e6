/** The body, or undefined once it proves larger than `limit` bytes. An empty one is null. */
export const readBody = async (request: Request, limit: number) => {
  if (request.body === null || request.method === "GET" || request.method === "HEAD") return null;
  if (Number(request.headers.get("content-length") ?? 0) > limit) return undefined;
  const chunks: Uint8Array[] = [];
  const seen = { bytes: 0 };
  for await (const chunk of request.body) {
    seen.bytes += chunk.byteLength;
    if (seen.bytes > limit) return undefined;
    chunks.push(chunk);
  }
  return seen.bytes === 0 ? null : Buffer.concat(chunks);
};
