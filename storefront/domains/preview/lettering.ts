import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

import sharp from "sharp";

import { sfntOf } from "./sfnt";

const faces = {
  latin: "@fontsource/gowun-batang/files/gowun-batang-latin-400-normal.woff",
  korean: "@fontsource/gowun-batang/files/gowun-batang-korean-400-normal.woff",
  body: "pretendard/dist/web/static/woff/Pretendard-Medium.woff",
} as const;

const unpack = async () => {
  // Resolved when asked, from the folder the shop runs in or the one above: the bundler must leave them alone.
  const { resolve } = createRequire(join(process.cwd(), "package.json"));
  const paths = [process.cwd(), join(process.cwd(), "storefront")];
  const folder = await mkdtemp(join(tmpdir(), "jangteo-faces-"));
  for (const [name, file] of Object.entries(faces)) {
    const fontfile = join(folder, `${name}.otf`);
    await writeFile(fontfile, sfntOf(await readFile(resolve(file, { paths }))));
    // A face that was loaded once is known to every later text of this process by its name.
    await sharp({ text: { text: name, fontfile, font: "serif" } }).toBuffer();
  }
};
const state: { unpacked?: Promise<void> } = {};

/** Once for the process; a failure is tried again. */
const unpacked = () =>
  (state.unpacked ??= unpack().catch((error: unknown) => {
    delete state.unpacked;
    throw error;
  }));

/** Hangul breaks between words, as the pages do (`word-break: keep-all`). */
const kept = (text: string) =>
  text.replaceAll(/(\p{Script=Hangul})(?=\p{Script=Hangul})/gu, "$1\u2060");
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export type Style = {
  face: "Gowun Batang" | "Pretendard Medium";
  /** Pixels. */
  size: number;
  colour: string;
  /** The widest a line may be, in pixels. */
  width: number;
};

export type Lettered = { picture: Buffer; width: number; height: number };

/** Text as a picture with a clear ground, and its size in pixels. */
export const letter = async (
  text: string,
  { face, size, colour, width }: Style,
): Promise<Lettered> => {
  await unpacked();
  const tracking = face === "Gowun Batang" ? Math.round(-0.02 * size * 1024) : 0;
  const markup = `<span foreground="${colour}" letter_spacing="${tracking}">${escaped(kept(text))}</span>`;
  const { data, info } = await sharp({
    text: { text: markup, font: `${face} ${size}`, width, wrap: "word", rgba: true, dpi: 72 },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { picture: data, width: info.width, height: info.height };
};
