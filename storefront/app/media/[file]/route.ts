import { readFile, stat } from "node:fs/promises";
import { extname, join, resolve } from "node:path";

import { env } from "../../../lib/env";

const types: Record<string, string> = {
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".jpg": "image/jpeg",
  ".png": "image/png",
};

/** A bare file name: no folder can be left through it. */
const plainName = /^[a-z0-9][a-z0-9-]*\.[a-z]+$/;

const missing = () => new Response("Not found", { status: 404 });

/** A picture of the shop; it keeps its name when it is redrawn, so browsers ask again after a day. */
export const GET = async (request: Request, { params }: { params: Promise<{ file: string }> }) => {
  const { file } = await params;
  const type = types[extname(file)];
  if (!type || !plainName.test(file)) return missing();
  const path = join(resolve(/* turbopackIgnore: true */ env.mediaDir), file);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return missing();
  const etag = `"${found.size.toString(36)}-${found.mtimeMs.toString(36)}"`;
  const headers = {
    etag,
    "cache-control": "public, max-age=86400, stale-while-revalidate=2592000",
  };
  if (request.headers.get("if-none-match") === etag)
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(await readFile(path)), {
    headers: { ...headers, "content-type": type },
  });
};
