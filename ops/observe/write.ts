import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { rules } from "./alerts/rules.ts";
import { toGrafana } from "./boards/board.ts";
import { boards } from "./boards/boards.ts";

/** What Prometheus and Grafana read, by its path below `ops/observe`. */
export const written: Record<string, unknown> = {
  "rules/rules.yml": rules,
  ...Object.fromEntries(boards.map((board) => [`dashboards/${board.uid}.json`, toGrafana(board)])),
};

if (import.meta.main)
  for (const [path, content] of Object.entries(written)) {
    const file = join(import.meta.dirname, path);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
    process.stdout.write(`ops/observe/${path}\n`);
  }
