import { expect, test } from "bun:test";
import { readFile } from "node:fs/promises";

import { madeFiles } from "./build";

test("the preloaded faces, and the list of what they hold, have every character of the shop's words; else run `bun fonts/build.ts`", async () => {
  for (const { file, bytes } of await madeFiles()) {
    const shipped = await readFile(new URL(file, import.meta.url));
    expect({ file, current: shipped.equals(bytes) }).toEqual({ file, current: true });
  }
});
