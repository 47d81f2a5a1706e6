import { readFile, stat } from "node:fs/promises";
import { extname, join, resolve } from "node:path";

import { env } from "../../../lib/env";
import { findUpload, isUpload } from "../../../lib/uploads";

const types: Record<string, string> = {
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".jpg": "image/jpeg",
  ".png": "image/png",
};

/** A bare file name: no folder can be left through it. */
const plainName = /^[a-z0-9][a-z0-9-]*\.[a-z]+$/;

const inert = { "content-security-policy": "default-src 'none'" };
const refuse = (text: string, status: number, headers = {}) =>
  new Response(text, { status, headers: { ...inert, "cache-control": "no-store", ...headers } });
const missing = () => refuse("Not found", 404);

const knows = (request: Request, etag: string) => request.headers.get("if-none-match") === etag;

/** A picture of the shop's own folder; it keeps its name when it is redrawn, so browsers ask again after a day. */
const showOwn = async (request: Request, file: string, type: string) => {
  const path = join(resolve(/* turbopackIgnore: true */ env.mediaDir), file);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return undefined;
  const etag = `"${found.size.toString(36)}-${found.mtimeMs.toString(36)}"`;
  const headers = {
    ...inert,
    etag,
    "cache-control": "public, max-age=86400, stale-while-revalidate=2592000",
  };
  if (knows(request, etag)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(await readFile(path)), {
    headers: { ...headers, "content-type": type },
  });
};

const showUpload = async (request: Request, file: string) => {
  const etag = `"${file}"`;
  const headers = { ...inert, etag, "cache-control": "public, max-age=31536000, immutable" };
  if (knows(request, etag)) return new Response(null, { status: 304, headers });
  try {
    const found = await findUpload(file);
    if (!found) return missing();
    return new Response(found.body, {
      headers: {
        ...headers,
        "content-type": found.type,
        "content-length": String(found.size),
      },
    });
  } catch {
    return refuse("Not now", 503, { "retry-after": "1" });
  }
};

/** The shop's pictures: its own folder's first, then what staff uploaded. */
export const GET = async (request: Request, { params }: { params: Promise<{ file: string }> }) => {
  const { file } = await params;
  const type = types[extname(file)];
  if (!type || !plainName.test(file)) return missing();
  const own = await showOwn(request, file, type);
  if (own) return own;
  return isUpload(file) ? showUpload(request, file) : missing();
};
