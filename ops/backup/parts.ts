import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, mkdirSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

import { UserError } from "@jangteo/shared/embedded/user-error";

import type { Manifest, Part } from "./manifest.ts";

/** What a crash of the machine must not take away again. */
export const sync = async (path: string): Promise<void> => {
  const opened = await open(path, "r");
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
};

type Source = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

async function* bytesOf(chunks: Source) {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

/** Writes one file of a backup, readable by nobody else, and says what it holds. */
export const writePart = async (
  folder: string,
  file: string,
  source: Source,
  { gzip = false } = {},
): Promise<Part> => {
  const path = join(folder, file);
  const sum = createHash("sha256");
  const counted = { bytes: 0 };
  const count = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      sum.update(chunk);
      counted.bytes += chunk.length;
      yield chunk;
    }
  };
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const sink = createWriteStream(path, { mode: 0o600 });
  const read = bytesOf(source);
  await (gzip ? pipeline(read, createGzip(), count, sink) : pipeline(read, count, sink));
  await sync(path);
  return { file, bytes: counted.bytes, sha256: sum.digest("hex") };
};

export const sumOf = async (path: string): Promise<string> => {
  const sum = createHash("sha256");
  for await (const chunk of createReadStream(path)) sum.update(chunk);
  return sum.digest("hex");
};

const damaged = (file: string, what: string) =>
  new UserError(
    `The backup is damaged: ${file} ${what}.`,
    "Nothing was changed. Take another backup, or another copy of this one.",
  );

/** Refuses a backup of which a file is missing or holds something else than was written. */
export const checkParts = async (folder: string, { parts }: Manifest): Promise<void> => {
  for (const { file, bytes: size, sha256 } of parts) {
    const path = join(folder, file);
    if (!existsSync(path)) throw damaged(file, "is missing");
    if (statSync(path).size !== size || (await sumOf(path)) !== sha256)
      throw damaged(file, "is not what was written");
  }
};
