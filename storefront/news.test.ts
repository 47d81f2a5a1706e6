import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";
import { startRedis } from "@jangteo/shared/embedded/redis";
import { own } from "@jangteo/shared/testing/place";

import { startMerchant } from "./testing/merchant";
import { startPublicShop } from "./testing/shop";

const dir = mkdtempSync(join(tmpdir(), "jangteo-news-"));
const port = await freePort();
const begin = () =>
  startRedis({ dir, port, kind: "state", onLaunch: ({ identity }) => own(identity) });
const running = { redis: await begin() };
afterAll(async () => {
  await running.redis.stop();
  rmSync(dir, { recursive: true, force: true });
});

const merchant = await startMerchant(running.redis.url);

/** Passes everything on to the catalogue, and counts by path. */
const counted = new Map<string, number>();
const door = Bun.serve({
  port: 0,
  fetch: async (request) => {
    const { pathname, search } = new URL(request.url);
    counted.set(pathname, (counted.get(pathname) ?? 0) + 1);
    return fetch(merchant.catalogue.url + pathname + search, { headers: request.headers });
  },
});
afterAll(() => door.stop(true));

/** So long that within this test nothing is asked for again but for what the catalogue says. */
const patient = { CATALOGUE_FRESH_SECONDS: "3600", REDIS_URL: running.redis.url };
const shops = [
  await startPublicShop(merchant.gateway.url, patient),
  await startPublicShop(merchant.gateway.url, patient),
];
const deaf = await startPublicShop(merchant.gateway.url);

const read = async (url: string) => {
  const reply = await fetch(url, { redirect: "manual" });
  return { status: reply.status, text: await reply.text() };
};
const becomes = async (url: string, isSo: (page: { status: number; text: string }) => boolean) => {
  while (!isSo(await read(url))) await Bun.sleep(100);
};
const everywhere = (path: string, isSo: Parameters<typeof becomes>[1]) =>
  Promise.all(shops.map((shop) => becomes(shop + path, isSo)));

const pages = ["/ko", "/ko/products", "/ko/products/white-rice-bowl", "/en/categories/bowls"];
const visitAll = () => Promise.all(shops.flatMap((shop) => pages.map((path) => read(shop + path))));

describe("with every page kept for an hour,", () => {
  test("a price that the merchant changes is soon on every page of every process", async () => {
    await visitAll();
    await merchant.price("white-rice-bowl", 31_900);
    await everywhere("/ko/products/white-rice-bowl", ({ text }) => text.includes("31,900원"));
    await everywhere("/ko/products", ({ text }) => text.includes("31,900원"));
    await everywhere("/en/categories/bowls", ({ text }) => text.includes("₩31,900"));
  }, 60_000);

  test("what was sold out is soon for sale again", async () => {
    const isOut = ({ text }: { text: string }) => text.includes("status--bad");
    await everywhere("/ko/products/round-celadon-teapot", isOut);
    await merchant.receive("round-celadon-teapot", 3);
    await everywhere("/ko/products/round-celadon-teapot", (page) => !isOut(page));
  }, 60_000);

  test("a piece that is taken away is soon no page any more", async () => {
    await everywhere("/ko/products/onggi-storage-jar", ({ status }) => status === 200);
    await merchant.archive("onggi-storage-jar");
    await everywhere("/ko/products/onggi-storage-jar", ({ status }) => status === 404);
  }, 60_000);

  test("what changes while Redis is away is on the page soon after it is back", async () => {
    await visitAll();
    await running.redis.stop();
    await merchant.price("white-rice-bowl", 30_700);
    running.redis = await begin();
    await everywhere("/ko/products/white-rice-bowl", ({ text }) => text.includes("30,700원"));
  }, 60_000);

  test("two hundred visitors at once ask the catalogue once", async () => {
    // It hears no news: where it begins to listen, it asks again for what it may have missed.
    const { CATALOGUE_FRESH_SECONDS } = patient;
    const shop = await startPublicShop(door.url.origin, { CATALOGUE_FRESH_SECONDS });
    const crowd = async (path: string, size: number) => {
      const visits = Array.from({ length: size }, () => read(shop + path));
      return new Set((await Promise.all(visits)).map(({ status }) => status));
    };
    expect(await crowd("/ko/suggestions?q=bowl", 200)).toEqual(new Set([200]));
    expect(counted.get("/v1/search/suggestions")).toBe(1);
    expect(await crowd("/ko/products/celadon-tea-bowl", 20)).toEqual(new Set([200]));
    expect(counted.get("/v1/products/celadon-tea-bowl")).toBe(1);
  }, 60_000);
});

test("a shop that hears no news sees a change by time alone", async () => {
  await read(`${deaf}/ko/products/white-rice-bowl`);
  await merchant.price("white-rice-bowl", 29_300);
  await becomes(`${deaf}/ko/products/white-rice-bowl`, ({ text }) => text.includes("29,300원"));
}, 60_000);
