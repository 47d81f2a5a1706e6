import { describe, expect, test } from "bun:test";

import { shopWith } from "../testing/source";
import { gather } from "./making";

const settle = () => Bun.sleep(0);

describe("a page that shows an answer", () => {
  const pageOf = async (price: () => Promise<unknown>) => {
    const rendered: Promise<unknown>[] = [];
    const made = gather(() => rendered.push(price()));
    await Promise.all(rendered);
    const isStill = () => made.uses.length > 0 && made.uses.every((use) => use());
    return { made, isStill };
  };

  test("is the same for as long as the answer is fresh, and no longer", async () => {
    const { price, later } = shopWith();
    const { isStill } = await pageOf(price);
    expect(isStill()).toBe(true);
    later(59_000);
    expect(isStill()).toBe(true);
    later(2000);
    expect(isStill()).toBe(false);
  });

  test("is another at once after a change, and where somebody was told something newer", async () => {
    const { marks, price, later } = shopWith();
    const { isStill } = await pageOf(price);
    later(10);
    marks.touch(["jar"]);
    expect(isStill()).toBe(true);
    marks.touch(["bowl"]);
    expect(isStill()).toBe(false);
    later(10);
    await price();
    expect(isStill()).toBe(false);
    expect((await pageOf(price)).isStill()).toBe(true);
  });

  test("is rendered once a second while a cache in between has but the answer of before", async () => {
    const { marks, price, later, world } = shopWith({ age: 9000 });
    marks.touch(["bowl"]);
    later(10);
    const { isStill } = await pageOf(price);
    expect(isStill()).toBe(true);
    later(999);
    expect(isStill()).toBe(true);
    later(2);
    expect(isStill()).toBe(false);
    world.age = 0;
    await price();
    await settle();
    const now = await pageOf(price);
    later(30_000);
    expect(now.isStill()).toBe(true);
  });

  test("is rendered once a second while the source is away, and for nobody else where nothing is known", async () => {
    const { price, later, world } = shopWith();
    await price();
    world.down = true;
    later(61_000);
    await price();
    await settle();
    const { isStill, made } = await pageOf(price);
    expect([isStill(), made.isOwn]).toEqual([true, false]);
    later(1001);
    expect(isStill()).toBe(false);
    const unknown = shopWith();
    unknown.world.down = true;
    expect((await pageOf(unknown.price)).made.isOwn).toBe(true);
  });
});
