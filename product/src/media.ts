import { createHash } from "node:crypto";

import type { Db } from "@jangteo/shared/database";
import { invalidField } from "@jangteo/shared/problem";
import { media, type Rendition } from "@jangteo/shared/schema/product/media";
import { eq } from "drizzle-orm";

import type { PictureStore } from "./picture-store.ts";
import { formatOf } from "./picture-type.ts";

/** Pixels: more is a decompression bomb, and no screen shows it. */
const most = 50_000_000;
const least = 64;
/** How many times longer than wide, or wider than long. */
const slimmest = 20;
const widths = [480, 960, 1600];

const refuse = (rule: string, detail: string) => invalidField("/file", rule, detail);

/** Loaded with the first picture: every start would wait for it. */
const open = async (bytes: Buffer) => {
  const { default: sharp } = await import("sharp");
  return sharp(bytes, { limitInputPixels: most, failOn: "warning" });
};

const inspect = async (bytes: Buffer) => {
  const format = formatOf(bytes);
  if (!format) throw refuse("type", "must be a JPEG, PNG, WebP or AVIF picture, and nothing else");
  const picture = await open(bytes);
  const read = await picture.metadata().catch(() => {
    throw refuse("broken", "cannot be read, or is larger than 50 million pixels");
  });
  if (read.format !== format || (read.pages ?? 1) > 1)
    throw refuse("type", "must be one still picture");
  const { width, height } = read.autoOrient;
  if (width * height > most) throw refuse("too_large", "is larger than 50 million pixels");
  if (Math.min(width, height) < least) throw refuse("too_small", `must be ${least} pixels or more`);
  if (Math.max(width, height) > slimmest * Math.min(width, height))
    throw refuse("proportions", `must be less than ${slimmest} times as long as it is wide`);
  return { width, height };
};

const renditionsOf = async (bytes: Buffer, name: string, width: number) => {
  const sizes = [...widths.filter((one) => one < width), Math.min(width, 1600)];
  const drawn: { rendition: Rendition; data: Buffer }[] = [];
  // One at a time: each takes every core for a moment.
  for (const size of new Set(sizes))
    for (const type of ["avif", "webp"] as const) {
      const picture = await open(bytes);
      const resized = picture.autoOrient().resize({ width: size });
      const encoded = type === "avif" ? resized.avif({ effort: 3 }) : resized.webp();
      const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
      const file = `${name}-${size}.${type}`;
      const told = { file, type: `image/${type}`, width: info.width, height: info.height };
      drawn.push({ rendition: told, data });
    }
  return drawn;
};

/** Where a file of the media is shown. */
export const addressOf = (file: string) => `/media/${file}`;

const toMedia = ({ file, width, height, renditions }: typeof media.$inferSelect) => ({
  ...{ file, url: addressOf(file), width, height },
  sources: renditions.map(({ file: name, ...rest }) => ({ ...rest, url: addressOf(name) })),
});

/** Draws the picture anew in the sizes and formats of the shop; the bytes sent in are not kept. */
export const keepPicture = async (db: Db, store: PictureStore, bytes: Buffer) => {
  const { width } = await inspect(bytes);
  const name = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
  const largest = Math.min(width, 1600);
  const file = `${name}-${largest}.webp`;
  const [known] = await db.select().from(media).where(eq(media.file, file));
  if (known && (await store.has(file))) return toMedia(known);
  const drawn = await renditionsOf(bytes, name, width).catch(() => {
    throw refuse("broken", "cannot be read to its end");
  });
  for (const { rendition, data } of drawn) await store.put(rendition.file, data);
  const renditions = drawn.map(({ rendition }) => rendition);
  const whole = renditions.find((one) => one.file === file);
  if (!whole) throw new Error("the largest rendition is missing");
  const row = { file, width: whole.width, height: whole.height, renditions };
  const [kept] = await db
    .insert(media)
    .values(row)
    .onConflictDoUpdate({ target: media.file, set: row })
    .returning();
  if (!kept) throw new Error("insert returned no row");
  return toMedia(kept);
};
