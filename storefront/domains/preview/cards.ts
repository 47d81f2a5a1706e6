import { getTranslations } from "next-intl/server";

import { GET as pictureFile } from "../../app/media/[file]/route";
import type { Locale } from "../../i18n/routing";
import type { Audience } from "../../lib/currency";
import { env } from "../../lib/env";
import type { ProductSummary } from "../catalogue/product";
import { findProduct, listCategories, listCollections, listShelf } from "../catalogue/queries";
import type { Card } from "./card";

/** Thrown while the catalogue does not answer; null stands for what the shop does not have. */
export class Away extends Error {}

/** A picture as a browser would get it; one that lies elsewhere is left out. */
const photo = async (picture: { url: string } | null | undefined) => {
  const file = /^\/media\/([^/]+)$/.exec(picture?.url ?? "")?.[1];
  if (!file) return [];
  const asked = new Request(new URL(`/media/${file}`, env.publicOrigin));
  const reply = await pictureFile(asked, { params: Promise.resolve({ file }) });
  return reply.ok ? [new Uint8Array(await reply.arrayBuffer())] : [];
};

const photos = async (pieces: readonly ProductSummary[]) =>
  (await Promise.all(pieces.slice(0, 4).map(({ picture }) => photo(picture)))).flat();

const known = <T>(answer: { value: T } | null): T => {
  if (!answer) throw new Away();
  return answer.value;
};

/** A card shows no price, so the money it is read in does not matter. */
const readers = (locale: Locale): Audience => ({ locale, currency: "KRW" });

const product = async (locale: Locale, brand: string, slug: string): Promise<Card | null> => {
  const piece = known(await findProduct(readers(locale), slug));
  if (!piece) return null;
  const main = piece.pictures.find(({ view }) => view === "main") ?? piece.pictures[0];
  return { brand, title: piece.name, text: piece.maker, photos: await photo(main) };
};

type Shelf = { slug: string; name: string; description: string };

const shelfCard = async (
  brand: string,
  { slug, name, description }: Shelf,
  locale: Locale,
  kind: "category" | "collection",
): Promise<Card> => {
  const pieces = known(await listShelf(readers(locale), { [kind]: slug, limit: 4 }));
  return { brand, title: name, text: description, photos: await photos(pieces) };
};

const category = async (locale: Locale, brand: string, slug: string): Promise<Card | null> => {
  const shelf = known(await listCategories(readers(locale))).find((one) => one.slug === slug);
  return shelf ? await shelfCard(brand, shelf, locale, "category") : null;
};

const collection = async (locale: Locale, brand: string, slug: string): Promise<Card | null> => {
  const shelf = known(await listCollections(readers(locale))).find((one) => one.slug === slug);
  return shelf ? await shelfCard(brand, shelf, locale, "collection") : null;
};

const page = async (locale: Locale, brand: string, name: string): Promise<Card | null> => {
  const [home, catalogue, shop] = await Promise.all([
    getTranslations({ locale, namespace: "home" }),
    getTranslations({ locale, namespace: "catalogue" }),
    getTranslations({ locale, namespace: "shop" }),
  ]);
  const words: Record<string, { title: string; text: string }> = {
    home: { title: home("title"), text: shop("tagline") },
    products: { title: catalogue("title"), text: catalogue("intro") },
    collections: { title: catalogue("collections"), text: catalogue("collectionsText") },
  };
  const said = Object.hasOwn(words, name) ? words[name] : undefined;
  if (!said) return null;
  const pieces = (await listShelf(readers(locale), { limit: 4 }))?.value ?? [];
  return { brand, ...said, photos: await photos(pieces) };
};

export const kinds = {
  products: product,
  categories: category,
  collections: collection,
  pages: page,
} as const;
export type Kind = keyof typeof kinds;

/** What a card of this kind and name says, or null when there is no such thing. */
export const cardOf = async (locale: Locale, kind: Kind, name: string) => {
  const shop = await getTranslations({ locale, namespace: "shop" });
  return kinds[kind](locale, shop("appName"), name);
};
