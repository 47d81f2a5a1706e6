import { expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";

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

const chunk = (type: string, data: Uint8Array) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, "latin1");
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])));
  return Buffer.concat([head, data, check]);
};
/** A black PNG of one bit a pixel: millions of them in a few kilobytes. */
const black = (width: number, height: number, ...more: Buffer[]) => {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  size[8] = 1;
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    ...[chunk("IHDR", size), ...more],
    chunk("IDAT", deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};
const moving = async () => {
  const colours = ["#112233", "#445566", "#778899"];
  const frames = colours.map((background) =>
    sharp({ create: { width: 100, height: 100, channels: 3, background } })
      .png()
      .toBuffer(),
  );
  return sharp(await Promise.all(frames), { join: { animated: true } })
    .webp()
    .toBuffer();
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
  [
    "a JPEG with an archive behind it that ends as a JPEG does",
    () => Buffer.concat([photo, Buffer.from("PK\x03\x04\xff\xd9", "latin1")]),
  ],
  [
    "a PNG with a page behind it that ends as a PNG does",
    () => Buffer.concat([black(200, 200), Buffer.from(script), chunk("IEND", Buffer.alloc(0))]),
  ],
  ["a GIF that is a script", () => Buffer.from(`GIF89a/*${" ".repeat(64)}*/=1;alert(1)`)],
  ["a decompression bomb", () => black(30_000, 30_000)],
  ["a thread", () => black(64, 20_000)],
  ["an animation", () => drawing(100, 100).gif().toBuffer()],
  ["an animated WebP", moving],
  ["an animated PNG", () => black(200, 200, chunk("acTL", Buffer.from([0, 0, 0, 9, 0, 0, 0, 0])))],
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

test("a photograph with others behind it, as cameras make them, is a photograph", async () => {
  const preview = await drawing(320, 240).jpeg({ progressive: true }).toBuffer();
  expect((await upload(Buffer.concat([photo, Buffer.alloc(64), preview]))).status).toBe(201);
});

const form = (...sent: (File | string)[]) => {
  const made = new FormData();
  for (const file of sent) made.append("file", file);
  return made;
};
const misnamed = new FormData();
misnamed.set("picture", new File([new Uint8Array(photo)], "photo.jpg"));
const part = `Content-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nx`;
const onDeno = "Deno" in globalThis;
const multipart = (more: string) => `multipart/form-data${more}`;
const unread: [string, string | FormData, string, string | undefined][] = [
  ["without a file", new FormData(), "/file", undefined],
  ["with text for a file", form("just text"), "/file", undefined],
  ["with two files", form(new File(["a"], "a.jpg"), new File(["b"], "b.jpg")), "/file", undefined],
  ["whose file is called otherwise", misnamed, "/file", undefined],
  ["that names no boundary", `--a\r\n${part}\r\n--a--`, "", multipart("")],
  ["with another boundary", `--a\r\n${part}\r\n--a--`, "", multipart("; boundary=b")],
  // Deno reads what came until then, and the file in it is no picture.
  ["that breaks off", `--a\r\n${part}`, onDeno ? "/file" : "", multipart("; boundary=a")],
  ["of nothing", "", "", multipart("; boundary=a")],
];

test.each(unread)(
  "a form %s is refused, and nothing is stored",
  async (_n, body, pointer, type) => {
    const [rows, before] = [await db.$count(media), files()];
    const headers = { ...asStaff, ...(type && { "content-type": type }) };
    const reply = await app.request("/v1/media", { method: "POST", headers, body });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ errors: [{ in: "body", pointer }] });
    expect([await db.$count(media), files()]).toEqual([rows, before]);
  },
);

test("what is no upload is refused: another body, too many bytes, nobody of the staff", async () => {
  const json = { ...asStaff, "content-type": "application/json" };
  const send = (body: string | FormData, headers: Record<string, string>) =>
    app.request("/v1/media", { method: "POST", headers, body });
  expect((await send("{}", json)).status).toBe(415);
  expect((await upload(new Uint8Array(17 * 1024 * 1024))).status).toBe(413);
  expect((await send(new FormData(), {})).status).toBe(401);
});
