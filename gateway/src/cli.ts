import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { argv } from "node:process";

import { renderEnv } from "./env.ts";
import { readKeySet, render } from "./render.ts";

/** Writes the runnable file in one step, so that nobody reads half of it. */
const writeRendered = async () => {
  const env = renderEnv();
  const template = await readFile(new URL("../kong.yml", import.meta.url), "utf8");
  const text = render(template, env, await readKeySet(env.JWKS_URL));
  await mkdir(dirname(env.GATEWAY_CONFIG), { recursive: true });
  await writeFile(`${env.GATEWAY_CONFIG}.next`, text);
  await rename(`${env.GATEWAY_CONFIG}.next`, env.GATEWAY_CONFIG);
};

const commands: Record<string, () => Promise<unknown>> = {
  render: writeRendered,
  serve: () => import("./main.ts"),
};
const command = commands[argv[2] ?? ""];
if (!command) throw new Error(`Say one of: ${Object.keys(commands).join(", ")}`);
await command();
