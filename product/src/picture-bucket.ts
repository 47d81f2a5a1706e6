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
const refusalOf = async (answer: Response) => {
  const said = await answer.text().catch(() => "");
  const [, code = ""] = /<Code>(\w{1,60})<\/Code>/.exec(said) ?? [];
  return new Error(`The picture store answers ${answer.status} ${code}`.trim());
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
    return fetch(request, { signal: AbortSignal.timeout(timeout), redirect: "error" });
  };
  const ask = async (method: string, file: string, init: RequestInit = {}) => {
    for (let tries = 1; ; tries += 1) {
      const answer = await askOnce(method, file, init).catch((error: unknown) => ({ error }));
      const isBad = "error" in answer || isPassing(answer.status);
      if (!isBad) return answer;
      if (tries === mostTries)
        throw away("error" in answer ? answer.error : await refusalOf(answer));
      if (!("error" in answer)) await answer.body?.cancel();
      await pause(tries);
    }
  };

  return {
    has: async (file) => {
      const answer = await ask("HEAD", file);
      if (answer.ok) return true;
      if (answer.status === 404) return false;
      throw away(await refusalOf(answer));
    },
    put: async (file, bytes) => {
      const answer = await ask("PUT", file, {
        headers: {
          "content-type": typeOf(file) ?? "application/octet-stream",
          // What arrives otherwise than it was sent is refused by the store.
          "x-amz-content-sha256": createHash("sha256").update(bytes).digest("hex"),
        },
        body: new Uint8Array(bytes),
      });
      if (!answer.ok) throw away(await refusalOf(answer));
      await answer.body?.cancel();
    },
    open: async (file) => {
      const answer = await ask("GET", file);
      if (answer.ok && answer.body)
        return { size: Number(answer.headers.get("content-length")), body: answer.body };
      const refusal = await refusalOf(answer);
      if (answer.status === 404) return undefined;
      throw away(refusal);
    },
  };
};
