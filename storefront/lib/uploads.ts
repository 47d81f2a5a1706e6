import "server-only";
import { serviceFetch } from "@jangteo/shared/client";
import { LRUCache } from "lru-cache";

import { env } from "./env";

/** A picture that staff uploaded: its name is a hash of what it holds, so it never changes. */
const name = /^[0-9a-f]{32}-\d{2,4}\.(avif|webp)$/;

/** Milliseconds for the whole picture; bytes of one, and of all that are remembered. */
const deadline = 5_000;
const largest = 4 * 2 ** 20;
const most = 64 * 2 ** 20;

type Kept = { bytes: Uint8Array<ArrayBuffer>; type: string };

/** What was shown lately, so that it is shown while the catalogue is down. */
const kept = new LRUCache<string, Kept>({
  maxSize: most,
  sizeCalculation: ({ bytes }) => Math.max(1, bytes.length),
});

const ask = serviceFetch(deadline);

const remember = async (file: string, type: string, size: number, body: ReadableStream) => {
  const bytes = await new Response(body).bytes().catch(() => undefined);
  if (bytes?.length === size) kept.set(file, { bytes, type });
};

export const isUpload = (file: string) => name.test(file);

/** An uploaded picture as it comes, or as it was seen before; undefined where there is none. */
export const findUpload = async (file: string) => {
  const known = kept.get(file);
  if (known) return { type: known.type, size: known.bytes.length, body: known.bytes };
  const reply = await ask(`${env.gatewayUrl}/v1/media/${file}`, {
    cache: "no-store",
    redirect: "error",
  });
  const type = reply.headers.get("content-type") ?? "";
  const size = Number(reply.headers.get("content-length"));
  const isPicture = reply.ok && /^image\/(avif|webp)$/.test(type) && size > 0 && size <= largest;
  if (!isPicture || !reply.body) {
    await reply.body?.cancel();
    if (reply.status === 404) return undefined;
    throw new Error(`The gateway answers ${reply.status} to a picture`);
  }
  const [body, copy] = reply.body.tee();
  void remember(file, type, size, copy);
  return { type, size, body };
};
