import { expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { media } from "@jangteo/shared/schema/product/media";
import sharp from "sharp";

import type { Media, Product } from "./contract.ts";
import { both, testProductService } from "./testing.ts";
import { testStaff } from "./testing/staff.ts";

const service = await testProductService();
const { app, db, mediaDir, asStaff, staff } = service;
const { sell, shown } = await testStaff(service);

const drawing = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#8aab9b" } });
const photo = await drawing(1800, 1200)
  .jpeg()
  .withExif({ IFD0: { Artist: "somebody" } })
  .toBuffer();

const upload = async (bytes: Uint8Array, name = "photo.jpg", type = "image/jpeg") => {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], name, { type }));
  return app.request("/v1/media", { method: "POST", headers: asStaff, body: form });
};
const files = () => readdirSync(mediaDir).toSorted();

test("a picture is kept in the sizes and formats of the shop, once, without what the camera told", async () => {
  const reply = await upload(photo);
  expect(reply.status).toBe(201);
  const kept = (await reply.json()) as Media;
  expect(kept).toMatchObject({ width: 1600, height: 1067 });
  expect(kept.sources.map(({ type, width }) => `${type} ${width}`)).toEqual([
    ...["image/avif 480", "image/webp 480", "image/avif 960", "image/webp 960"],
    ...["image/avif 1600", "image/webp 1600"],
  ]);
  const before = files();
  expect(before.length).toBe(6);
  for (const file of before)
    expect(readFileSync(join(mediaDir, file)).includes("somebody")).toBe(false);
  expect(await (await upload(photo, "again.png", "image/png")).json()).toEqual(kept);
  expect(files()).toEqual(before);

  const product = await sell();
  const pictures = [{ file: kept.file, view: "main", alt: both("A bowl") }];
  const tag = { "if-match": `"${product.version}"` };
  expect(
    (await staff("PUT", `/v1/products/${product.id}/pictures`, { pictures }, tag)).status,
  ).toBe(200);
  const told: Product = await shown(product.slug);
  expect(told.pictures).toMatchObject([{ url: kept.url, alt: "A bowl (한글)", width: 1600 }]);
  expect(told.pictures[0]?.sources).toEqual(kept.sources);
});

const bomb = async () => {
  // A PNG of a few kilobytes that says it is 30,000 pixels wide and high.
  const png = await drawing(100, 100).png().toBuffer();
  png.writeUInt32BE(30_000, 16);
  png.writeUInt32BE(30_000, 20);
  png.writeUInt32BE(Bun.hash.crc32(png.subarray(12, 29)), 29);
  return png;
};
const script = "<script>alert(1)</script>";
const webp = await drawing(200, 200).webp().toBuffer();
const hostile: [string, () => Promise<Uint8Array> | Uint8Array][] = [
  [
    "an SVG with a script",
    () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`),
  ],
  ["HTML called photo.jpg", () => Buffer.from(`<html>${script}</html>`.padEnd(64))],
  ["a picture with a page behind it", () => Buffer.concat([photo, Buffer.from(script)])],
  [
    "a WebP with an archive behind it",
    () => Buffer.concat([webp, Buffer.from("PK\x03\x04".padEnd(64))]),
  ],
  ["a decompression bomb", bomb],
  ["an animation", () => drawing(100, 100).gif().toBuffer()],
  [
    "half a picture",
    async () => {
      const png = await drawing(300, 300).png().toBuffer();
      return Buffer.concat([png.subarray(0, png.length / 2), png.subarray(-12)]);
    },
  ],
  ["a picture of one pixel", () => drawing(1, 1).png().toBuffer()],
  ["nothing", () => Buffer.alloc(0)],
];

test.each(hostile)("%s is refused, and nothing is stored", async (_name, make) => {
  const [rows, before] = [await db.$count(media), files()];
  const reply = await upload(await make());
  expect(reply.status).toBe(400);
  expect(await reply.json()).toMatchObject({ errors: [{ in: "body", pointer: "/file" }] });
  expect([await db.$count(media), files()]).toEqual([rows, before]);
});

test("what is no upload is refused: no file, another body, too many bytes, nobody of the staff", async () => {
  const form = new FormData();
  form.set("file", "just text");
  const send = (body: string | FormData, headers: Record<string, string>) =>
    app.request("/v1/media", { method: "POST", headers, body });
  expect((await send(form, asStaff)).status).toBe(400);
  const json = { ...asStaff, "content-type": "application/json" };
  expect((await send("{}", json)).status).toBe(415);
  expect((await upload(new Uint8Array(17 * 1024 * 1024))).status).toBe(413);
  expect((await send(form, {})).status).toBe(401);
});
