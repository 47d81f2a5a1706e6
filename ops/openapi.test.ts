import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";

import { readDocuments } from "./openapi.ts";

test.each(await readDocuments())(
  "integrators read what $folder does: its openapi.json is as its contract (bun run openapi)",
  ({ file, text }) => {
    expect(readFileSync(file, "utf8")).toBe(text);
  },
);
