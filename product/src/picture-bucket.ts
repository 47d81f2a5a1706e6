import { createHash } from "node:crypto";

import { AppError } from "@jangteo/shared/problem";
import { AwsClient } from "aws4fetch";

import { typeOf, type PictureStore } from "./picture-store.ts";

type Bucket = {
  /** The object store's address, without the bucket. */
  url: string;
  name: string;
  region: string;
  /** Where the bucket is named: in the path, or before the host. */
  style: "path" | "virtual";
  accessKeyId: string;
  secretAccessKey: string;
  /** Milliseconds that one try may take, the body included. */
  timeout?: number;
};

const mostTries = 3;
const pause = (tries: number) =>
  new Promise((resolve) => setTimeout(resolve, 50 * 2 ** tries * (1 + Math.random())));

const addressOf = ({ url, name, style }: Bucket) => {
  const { protocol, host, pathname } = new URL(url);
  const path = pathname.replace(/\/$/, "");
  return style === "path"
    ? `${protocol}//${host}${path}/${name}`
    : `${protocol}//${name}.${host}${path}`;
};

const away = (cause: unknown) =>
  new AppError("unavailable", "The pictures cannot be reached", {
    cause,
    headers: { "retry-after": "1" },
  });

/** Such as "403 InvalidAccessKeyId": what the store says, and no part of what was sent. */
const refusalOf = ({ status, bytes }: { status: number; bytes: Uint8Array }) => {
  const [, code = ""] = /<Code>(\w{1,60})<\/Code>/.exec(new TextDecoder().decode(bytes)) ?? [];
  return new Error(`The picture store answers ${status} ${code}`.trim());
};

const isPassing = (status: number) => status === 429 || status >= 500;

/**
 * A bucket of an S3-compatible store, asked by signed requests (AWS Signature Version 4). Names say
 * what they hold, so that a request may be repeated; a store that stays away is `unavailable`.
 */
export const createPictureBucket = (bucket: Bucket): PictureStore => {
  const { accessKeyId, secretAccessKey, region, timeout = 2500 } = bucket;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3" });
  const address = addressOf(bucket);

  const askOnce = async (method: string, file: string, init: RequestInit) => {
    const request = await client.sign(`${address}/${file}`, { method, ...init });
    const signal = AbortSignal.timeout(timeout);
    const answer = await fetch(request, { signal, redirect: "error" });
    const bytes = await answer.bytes();
    const isEmpty =
      method === "HEAD" ? answer.headers.get("content-length") === "0" : !bytes.length;
    return { status: answer.status, bytes, isEmpty };
  };
  /**
   * Asks up to three times; what the store does not know is undefined, as is what holds nothing: some
   * stores keep that of an upload that broke off.
   */
  const ask = async (method: string, file: string, init: RequestInit = {}) => {
    for (let tries = 1; ; tries += 1) {
      const answer = await askOnce(method, file, init).catch((error: unknown) => ({ error }));
      const isBad = "error" in answer || isPassing(answer.status);
      if (isBad && tries < mostTries) await pause(tries);
      else if ("error" in answer) throw away(answer.error);
      else if (answer.status === 200)
        return answer.isEmpty && method !== "PUT" ? undefined : answer.bytes;
      else if (answer.status === 404 && method !== "PUT") return undefined;
      else throw away(refusalOf(answer));
    }
  };

  return {
    has: async (file) => (await ask("HEAD", file)) !== undefined,
    put: async (file, bytes) => {
      await ask("PUT", file, {
        headers: {
          "content-type": typeOf(file) ?? "application/octet-stream",
          // What arrives otherwise than it was sent is refused by the store.
          "x-amz-content-sha256": createHash("sha256").update(bytes).digest("hex"),
        },
        body: new Uint8Array(bytes),
      });
    },
    get: (file) => ask("GET", file),
  };
};
