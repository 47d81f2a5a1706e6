import { afterAll, describe, expect, test } from "bun:test";
import { readdirSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";
import { media } from "@jangteo/shared/schema/product/media";
import sharp from "sharp";

import type { Media } from "./contract.ts";
import { createPictureBucket } from "./picture-bucket.ts";
import { testProductService } from "./testing.ts";
import { testObjectStore } from "./testing/object-store.ts";

const objects = await testObjectStore();
const inFolder = await testProductService();
const inBucket = await testProductService({ pictures: createPictureBucket(objects.bucket) });
const secretAccessKey = "a-secret-that-nobody-may-read";
const stranger = { ...objects.bucket, accessKeyId: "stranger", secretAccessKey };
const asStranger = await testProductService({ pictures: createPictureBucket(stranger) });
type Service = typeof inFolder;

const silentPort = await freePort();
const silent = createServer(() => {}).listen(silentPort, "127.0.0.1");
afterAll(() => silent.close());

const photo = (background: string) =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .jpeg()
    .toBuffer();
const upload = async ({ app, asStaff }: Service, bytes: Uint8Array) => {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], "photo.jpg"));
  return app.request("/v1/media", { method: "POST", headers: asStaff, body: form });
};
const keep = async (service: Service, background: string) => {
  const reply = await upload(service, await photo(background));
  expect(reply.status).toBe(201);
  return (await reply.json()) as Media;
};
const addressOf = (file: string) => `/v1/media/${file}`;

describe.each([
  ["a folder", inFolder],
  ["an object store", inBucket],
])("pictures in %s", (_name, service) => {
  const { app, get } = service;

  test("are served whole, to keep for good, as pictures and nothing else", async () => {
    const { file, sources } = await keep(service, "#336699");
    for (const { url, type, width } of sources) {
      const reply = await get(url.replace("/media/", "/v1/media/"));
      expect(reply.status).toBe(200);
      const bytes = Buffer.from(await reply.arrayBuffer());
      expect((await sharp(bytes).metadata()).width).toBe(width);
      expect(Object.fromEntries(reply.headers)).toMatchObject({
        "content-type": type,
        "cache-control": "public, max-age=31536000, immutable",
        "x-content-type-options": "nosniff",
        "content-security-policy": expect.stringContaining("default-src 'none'"),
      });
    }
    const etag = (await get(addressOf(file))).headers.get("etag") ?? "";
    const again = await get(addressOf(file), { "if-none-match": `"other", W/${etag}` });
    expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, etag, ""]);
    const head = await app.request(addressOf(file), { method: "HEAD" });
    expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([200, etag, ""]);
  });

  test("that are not there are 404, whatever they are called", async () => {
    const unknown = `${"0".repeat(32)}-900.webp`;
    for (const file of [
      ...[unknown, "..%2f..%2fetc%2fpasswd", "%00", ".hidden", "photo.webp", "x".repeat(3000)],
      ...[`${"0".repeat(32)}-900.svg`, `${unknown}%0a`, "%F0%9F%8D%B5.webp", "%ff.webp"],
    ]) {
      const reply = await get(addressOf(file));
      expect([file, reply.status]).toEqual([file, 404]);
      expect(reply.headers.get("content-type")).toBe("application/problem+json");
      expect(reply.headers.get("cache-control") ?? "").not.toContain("immutable");
    }
    expect((await get(addressOf(unknown), { "if-none-match": "*" })).status).toBe(404);
    expect((await app.request(addressOf(unknown), { method: "HEAD" })).status).toBe(404);
  });

  test("sent twice at once are one picture", async () => {
    const bytes = await photo("#993366");
    const replies = await Promise.all([1, 2, 3].map(() => upload(service, bytes)));
    const told = await Promise.all(replies.map((reply) => reply.json() as Promise<Media>));
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
    expect((await get(addressOf(told[0]?.file ?? ""))).status).toBe(200);
  });
});

// Bun knows where names under localhost lead; Deno asks the system, and not every system knows.
test.skipIf("Deno" in globalThis)("a bucket is found before the host as well", async () => {
  const { file } = await keep(inBucket, "#123456");
  const url = `http://s3.localhost:${objects.port}`;
  const named = createPictureBucket({ ...objects.bucket, url, style: "virtual" });
  expect(await named.has(file)).toBe(true);
});

describe("an object store in trouble", () => {
  const nothingStored = async ({ db }: Service, work: () => Promise<void>) => {
    const before = [readdirSync(objects.folder), await db.$count(media)];
    await work();
    expect([readdirSync(objects.folder), await db.$count(media)]).toEqual(before);
  };

  test("that is down is told as such, and works again once it is up", async () => {
    const { file } = await keep(inBucket, "#0a0b0c");
    await objects.stop();
    const read = await inBucket.get(addressOf(file));
    expect([read.status, read.headers.get("retry-after")]).toEqual([503, "1"]);
    const bytes = await photo("#0c0b0a");
    await nothingStored(inBucket, async () => {
      expect((await upload(inBucket, bytes)).status).toBe(503);
    });
    await objects.start();
    expect((await inBucket.get(addressOf(file))).status).toBe(200);
    expect((await upload(inBucket, bytes)).status).toBe(201);
  });

  test("that never answers is given up in time", async () => {
    const url = `http://127.0.0.1:${silentPort}`;
    const pictures = createPictureBucket({ ...objects.bucket, url, timeout: 50 });
    const given = (work: Promise<unknown>) => work.then(String, (error: Error) => error.message);
    const told = await Promise.all(
      [pictures.has("a"), pictures.put("a", new Uint8Array(9)), pictures.get("a")].map(given),
    );
    expect(new Set(told)).toEqual(new Set(["The pictures cannot be reached"]));
  });

  test("that does not know the key says so in the log, without the secret", async () => {
    const bytes = await photo("#abcdef");
    await nothingStored(asStranger, async () => {
      expect((await upload(asStranger, bytes)).status).toBe(503);
    });
    expect(asStranger.errors.join()).toContain("403 InvalidAccessKeyId");
    expect(asStranger.errors.join()).not.toContain(secretAccessKey);
  });
});

test("a file that the object store keeps empty, of an upload that broke off, is not there and is put again", async () => {
  const { sources } = await keep(inBucket, "#553311");
  const names = sources.map(({ url }) => url.split("/").at(-1) ?? "");
  const kept = readdirSync(objects.folder).filter(
    (file) => file.endsWith("_object") && names.some((name) => file.startsWith(name)),
  );
  expect(kept.length).toBe(names.length);
  for (const file of kept) truncateSync(join(objects.folder, file));
  for (const name of names) expect((await inBucket.get(addressOf(name))).status).toBe(404);
  await keep(inBucket, "#553311");
  for (const name of names) {
    const reply = await inBucket.get(addressOf(name));
    expect((await reply.arrayBuffer()).byteLength).toBeGreaterThan(0);
  }
});
