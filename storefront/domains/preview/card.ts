import sharp, { type OverlayOptions } from "sharp";

import { daylight } from "../../ui/colours";
import { moonJar } from "../../ui/moon-jar";
import { cardSize } from "./card-size";
import { letter, type Lettered } from "./lettering";

export type Card = {
  brand: string;
  title: string;
  text: string;
  /** Photographs as files: one fills the left side, several stand in a row. */
  photos: readonly Uint8Array[];
};

const edge = 64;
const { width: W, height: H } = cardSize;

const svg = (body: string) => ({
  input: Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}">${body}</svg>`,
  ),
});
const shelf = (from: number, y: number) =>
  svg(`<rect x="${from}" y="${y}" width="${W - from}" height="2" fill="${daylight.ink}"/>`);
const mark = (x: number, y: number) =>
  svg(
    `<g fill="${daylight.ink}" transform="translate(${x} ${y}) scale(1.5)">${moonJar
      .map((bowl) => `<path d="${bowl}"/>`)
      .join("")}</g>`,
  );

const cut = (photo: Uint8Array, width: number, height: number) =>
  sharp(photo).resize(width, height, { fit: "cover", position: "centre" }).toBuffer();

/** A title as large as its room allows. */
const title = async (text: string, width: number, height: number, size = 68): Promise<Lettered> => {
  const written = await letter(text, { face: "Gowun Batang", size, colour: daylight.ink, width });
  return written.height <= height || size < 36 ? written : title(text, width, height, size - 8);
};
const words = (text: string, width: number) =>
  letter(text, { face: "Pretendard Medium", size: 27, colour: daylight.ink2, width });
const brand = async (text: string, x: number, y: number): Promise<OverlayOptions[]> => {
  const name = await letter(text, {
    face: "Gowun Batang",
    size: 34,
    colour: daylight.ink,
    width: 400,
  });
  const top = y + Math.round((42 - name.height) / 2);
  return [mark(x, y), { input: name.picture, left: x + 56, top }];
};

const onePiece = async (card: Card, photo: Uint8Array): Promise<OverlayOptions[]> => {
  const room = { left: 592, width: W - 592 - 2 * edge };
  const left = room.left + edge;
  const line = 452;
  const name = await title(card.title, room.width, 260);
  const below = await words(card.text, room.width);
  return [
    { input: await cut(photo, room.left, H), left: 0, top: 0 },
    ...(await brand(card.brand, left, edge)),
    { input: name.picture, left, top: line - 28 - name.height },
    shelf(left, line),
    { input: below.picture, left, top: line + 28 },
  ];
};

const row = async (photos: readonly Uint8Array[], line: number): Promise<OverlayOptions[]> => {
  const gap = 24;
  const width = Math.floor((W - 2 * edge - 3 * gap) / 4);
  const shown = photos.slice(0, 4).map(async (photo, at) => ({
    input: await cut(photo, width, 260),
    left: edge + at * (width + gap),
    top: line - 260,
  }));
  return Promise.all(shown);
};

const wholeShelf = async (card: Card): Promise<OverlayOptions[]> => {
  const line = 396;
  const width = W - 2 * edge;
  const name = await title(card.title, width, 90, 60);
  const below = await words(card.text, width);
  return [
    ...(await brand(card.brand, edge, 48)),
    ...(await row(card.photos, line)),
    shelf(0, line),
    { input: name.picture, left: edge, top: line + 36 },
    { input: below.picture, left: edge, top: line + 36 + name.height + 26 },
  ];
};

/** The picture that stands for a page where its link is shared: paper, pieces on a line, words below. */
export const drawCard = async (card: Card) => {
  const [photo, ...more] = card.photos;
  const layers = photo && more.length === 0 ? await onePiece(card, photo) : await wholeShelf(card);
  const ground = { width: W, height: H, channels: 3 as const, background: daylight.paper };
  return await sharp({ create: ground })
    .composite(layers)
    .jpeg({ quality: 84, mozjpeg: true })
    .toBuffer();
};
