import { describe, expect, test } from "bun:test";

import { shopWith } from "../testing/source";
import { createReader } from "./kept";
import { createMarks } from "./marks";

const settle = () => Bun.sleep(0);

test("two hundred visitors at once ask the source once, and those of the next minute not at all", async () => {
  const { world, price, later } = shopWith();
  const seen = await Promise.all(Array.from({ length: 200 }, () => price()));
  expect(new Set(seen)).toEqual(new Set([100]));
  later(59_000);
  await price();
  expect(world.asked).toBe(1);
});

test("after a minute nobody waits: one more sees the old answer, the next the new one", async () => {
  const { world, price, later } = shopWith();
  await price();
  world.price = 90;
  later(61_000);
  expect(await price()).toBe(100);
  await settle();
  expect(await price()).toBe(90);
  expect(world.asked).toBe(2);
});

test("what nobody has looked at for long is asked for before it is shown", async () => {
  const { world, price, later } = shopWith();
  await price();
  world.price = 90;
  later(3_600_000);
  expect(await price()).toBe(90);
});

describe("after a change", () => {
  test("the next visitor sees the new price; other pieces are not asked for again", async () => {
    const { world, marks, price, later } = shopWith();
    await Promise.all([price("bowl"), price("jar")]);
    world.price = 90;
    later(10);
    marks.touch(["bowl"]);
    later(10);
    expect(await price("bowl")).toBe(90);
    expect(await price("jar")).toBe(100);
  });

  test("an answer that a cache in between made before it is not taken for the new one", async () => {
    const { world, marks, price, later } = shopWith();
    await price();
    later(10);
    marks.touch(["bowl"]);
    later(10);
    world.age = 8000;
    expect(await price()).toBe(100);
    Object.assign(world, { age: 0, price: 90 });
    later(1000);
    expect(await price()).toBe(100);
    await settle();
    expect(await price()).toBe(90);
    later(30_000);
    await price();
    expect(world.asked).toBe(3);
  });

  test("a question on its way when it came does not answer those who ask after it", async () => {
    const { world, marks, read, price, later } = shopWith();
    await price();
    later(61_000);
    await price();
    const onItsWay = world.asked;
    later(10);
    world.price = 90;
    marks.touch(["bowl"]);
    later(10);
    expect((await read("bowl"))?.value.price).toBe(90);
    expect(world.asked).toBe(onItsWay + 1);
  });

  test("that may be of anything, everything is asked for again", async () => {
    const { world, marks, price, later } = shopWith();
    await Promise.all([price("bowl"), price("jar")]);
    world.price = 90;
    later(10);
    marks.touchAll();
    later(10);
    expect([await price("bowl"), await price("jar")]).toEqual([90, 90]);
  });

  test("of more things than can be remembered, none is forgotten", async () => {
    const { world, marks, price, later } = shopWith();
    await price();
    world.price = 90;
    later(10);
    marks.touch(["bowl"]);
    for (let n = 0; n < 30_000; n += 1) marks.touch([`other ${n}`]);
    later(10);
    expect(await price()).toBe(90);
  });
});

describe("while the source is away", () => {
  test("the last answer stays, with its time, and is asked for once a second at most", async () => {
    const { world, read, later } = shopWith();
    const since = new Date(world.now);
    await read("bowl");
    world.down = true;
    later(400_000);
    for (let visit = 0; visit < 50; visit += 1)
      expect(await read("bowl")).toEqual({ value: { slug: "bowl", price: 100 }, asOf: since });
    expect(world.asked).toBe(2);
    later(1000);
    world.down = false;
    await read("bowl");
    await settle();
    expect(await read("bowl")).toEqual({ value: { slug: "bowl", price: 100 } });
  });

  test("what was never read is nothing, and many visitors do not pile up on it", async () => {
    const { world, read, later } = shopWith();
    world.down = true;
    for (let visit = 0; visit < 50; visit += 1) expect(await read("bowl")).toBeNull();
    expect(world.asked).toBe(1);
    world.down = false;
    later(1000);
    expect(await read("bowl")).not.toBeNull();
  });
});

test("a reader holds no more than its room, however much is asked for", async () => {
  const marks = createMarks();
  const asked = { times: 0 };
  const read = createReader({
    read: async (_n: number) => {
      asked.times += 1;
      return { value: "x".repeat(1_000_000), age: 0 };
    },
    tagsOf: () => [],
    marks: () => marks,
    fresh: 60_000,
  });
  for (let n = 0; n < 40; n += 1) await read(n);
  await read(39);
  expect(asked.times).toBe(40);
  await read(0);
  expect(asked.times).toBe(41);
});
