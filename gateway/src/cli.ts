import { readFile } from "node:fs/promises";
import { argv } from "node:process";

import { reloadEnv, renderEnv } from "./env.ts";
import { reloadGateway } from "./reload.ts";
import { readKeySet, render, writeRendered } from "./render.ts";

const renderFile = async () => {
  const env = renderEnv();
  const template = await readFile(new URL("../kong.yml", import.meta.url), "utf8");
  await writeRendered(env.GATEWAY_CONFIG, render(template, env, await readKeySet(env.JWKS_URL)));
};

const reload = () => {
  const { GATEWAY_CONFIG, JWKS_URL, GATEWAY_ADMIN_URL } = reloadEnv();
  return reloadGateway({ config: GATEWAY_CONFIG, jwks: JWKS_URL, adminUrl: GATEWAY_ADMIN_URL });
};

const commands: Record<string, () => Promise<unknown>> = {
  render: renderFile,
  reload,
  serve: () => import("./main.ts"),
};
const command = commands[argv[2] ?? ""];
if (!command) throw new Error(`Say one of: ${Object.keys(commands).join(", ")}`);
await command();
