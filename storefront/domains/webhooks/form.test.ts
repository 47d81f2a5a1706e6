import { expect, test } from "bun:test";

import { createReader } from "../admin/typed";
import { readSince } from "./form";

test("an empty time asks for all that is kept, in the same words each time it is sent", async () => {
  const asked = () => readSince(createReader({ since: "" })).since;
  const first = asked();
  const now = Date.now();
  while (Date.now() === now) await Promise.resolve();
  expect(asked()).toBe(first);
  expect(new Date(first).getTime()).toBeLessThan(Date.now() - 30 * 86_400_000);
});
