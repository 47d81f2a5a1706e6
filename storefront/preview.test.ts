import { describe, expect, test } from "bun:test";

import sharp from "sharp";

import { drawCard } from "./domains/preview/card";
import { createTurns } from "./domains/preview/turns";
import { startCatalogue, startPublicShop } from "./testing/shop";

const catalogue = await startCatalogue();
const shop = await startPublicShop(catalogue.url);

const metaOf = async (path: string) => {
  const html = await (await fetch(shop + path)).text();
  const found = html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g);
  const link = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
  return {
    canonical: link,
    ...Object.fromEntries([...found].map(([, name, value]) => [name, value])),
  };
};
const variety = async (picture: ArrayBuffer | Uint8Array) => {
  const { channels } = await sharp(picture).stats();
  return Math.min(...channels.map(({ stdev }) => stdev));
};

const pages = [
  "",
  "/products",
  "/categories/tea",
  "/collections",
  "/products/moon-jar",
  "/products/celadon-tea-bowl",
  "/developers",
  "/login",
  "/signup",
  "/forgot",
];

describe.each([
  ["ko", "ko_KR"],
  ["en", "en_US"],
])("a link shared in %s", (language, territory) => {
  test.each(pages)(
    "to %p shows a picture of the right size that the page describes",
    async (path) => {
      const meta = await metaOf(`/${language}${path}`);
      expect(meta).toMatchObject({
        canonical: `${shop}/${language}${path}`,
        "og:url": `${shop}/${language}${path}`,
        "og:locale": territory,
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:type": "image/jpeg",
        "twitter:card": "summary_large_image",
        "twitter:image": meta["og:image"],
      });
      for (const said of ["og:title", "og:description", "og:image:alt"])
        expect(meta[said]?.length).toBeGreaterThan(1);
      const reply = await fetch(meta["og:image"] ?? "");
      expect(reply.headers.get("content-type")).toBe("image/jpeg");
      expect(reply.headers.get("cache-control")).toStartWith("public, max-age=86400");
      const picture = await reply.arrayBuffer();
      const { format, width, height } = await sharp(picture).metadata();
      expect({ format, width, height }).toEqual({ format: "jpeg", width: 1200, height: 630 });
      expect(await variety(picture)).toBeGreaterThan(15);
      expect(picture.byteLength).toBeLessThan(120_000);
      const etag = reply.headers.get("etag") ?? "";
      const again = await fetch(meta["og:image"] ?? "", { headers: { "if-none-match": etag } });
      expect(again.status).toBe(304);
    },
  );
});

test("no two pieces, shelves or languages look alike", async () => {
  const names = ["products/moon-jar", "products/white-rice-bowl", "categories/tea", "pages/home"];
  const pictures = await Promise.all(
    ["ko", "en"].flatMap((language) =>
      names.map(async (name) =>
        (await fetch(`${shop}/og/${language}/${name}.jpg`)).headers.get("etag"),
      ),
    ),
  );
  expect(new Set(pictures).size).toBe(8);
});

test("what the shop does not have has no picture, and a made-up address draws nothing", async () => {
  const status = async (path: string) => (await fetch(`${shop}/og/${path}`)).status;
  for (const path of [
    "ko/products/nothing.jpg",
    "ko/categories/nothing.jpg",
    "ko/pages/constructor.jpg",
    "xx/products/moon-jar.jpg",
    "ko/toString/moon-jar.jpg",
  ])
    expect({ path, status: await status(path) }).toEqual({ path, status: 404 });
  for (const name of [
    "Moon.jpg",
    "moon-jar.png",
    "moon-jar",
    "%3Csvg%3E.jpg",
    `${"a".repeat(200)}.jpg`,
  ])
    expect({ name, status: await status(`ko/products/${name}`) }).toEqual({ name, status: 400 });
});

test("a long name stays inside its picture, in Hangul and in Latin", async () => {
  const photo = await sharp({
    create: { width: 400, height: 500, channels: 3, background: "#888" },
  })
    .webp()
    .toBuffer();
  for (const title of [
    "이름이 아주 긴 분청 귀얄무늬 사발 ".repeat(6),
    "A bowl & <b> ".repeat(20),
  ]) {
    const card = await drawCard({ brand: "장터", title, text: "만든 사람", photos: [photo] });
    const margin = sharp(card).extract({ left: 1150, top: 0, width: 50, height: 440 });
    expect(await variety(await margin.png().toBuffer())).toBeLessThan(3);
    const above = sharp(card).extract({ left: 660, top: 0, width: 480, height: 50 });
    expect(await variety(await above.png().toBuffer())).toBeLessThan(3);
  }
});

test("pictures are drawn two at a time, and who comes when too many wait is sent away", async () => {
  const turn = createTurns(2, 3);
  const state = { now: 0, most: 0 };
  const gate = Promise.withResolvers<void>();
  const work = async () => {
    state.now += 1;
    state.most = Math.max(state.most, state.now);
    await gate.promise;
    state.now -= 1;
    return "drawn";
  };
  const asked = Array.from({ length: 6 }, () => turn(work));
  expect(await asked[5]).toBeUndefined();
  gate.resolve();
  expect(await Promise.all(asked.slice(0, 5))).toEqual(Array(5).fill("drawn"));
  expect(state).toEqual({ now: 0, most: 2 });
  expect(await turn(() => Promise.reject(new Error("torn"))).catch(String)).toBe("Error: torn");
  expect(await turn(work)).toBe("drawn");
});
