import { createReader } from "../lib/kept";
import { createMarks } from "../lib/marks";

/** A source whose time, price and health the test sets. */
export const shopWith = ({ age = 0, fresh = 60_000 } = {}) => {
  const world = { now: 1_000_000, price: 100, age, down: false, asked: 0 };
  const now = () => world.now;
  const marks = createMarks(now);
  const read = createReader({
    read: async (slug: string) => {
      world.asked += 1;
      await Promise.resolve();
      if (world.down) throw new Error("away");
      return { value: { slug, price: world.price }, age: world.age };
    },
    tagsOf: (_value, slug) => [slug],
    marks: () => marks,
    fresh,
    now,
  });
  const later = (milliseconds: number) => (world.now += milliseconds);
  const price = async (slug = "bowl") => (await read(slug))?.value.price;
  return { world, marks, read, later, price };
};
