import { existsSync, readdirSync, writeFileSync } from "node:fs";

import { routesOf } from "@jangteo/shared/protect";
import { createService } from "@jangteo/shared/service";

/** Writes the `openapi.json` of every service, from its contract alone. */
const root = new URL("../", import.meta.url);

type Contract = Record<string, unknown> & { about?: { name: string; description: string } };

const documentFor = async (contract: Contract, about: NonNullable<Contract["about"]>) => {
  const service = createService(about);
  for (const route of routesOf(contract)) service.openAPIRegistry.registerPath(route);
  const reply = await service.request("/openapi.json");
  return reply.json();
};

for (const folder of readdirSync(root)) {
  if (!existsSync(new URL(`${folder}/src/main.ts`, root))) continue;
  const file = new URL(`${folder}/src/contract.ts`, root);
  if (!existsSync(file)) continue;
  const contract: Contract = await import(file.href);
  if (!contract.about) throw new Error(`${folder}/src/contract.ts has no \`about\``);
  const document = await documentFor(contract, contract.about);
  writeFileSync(new URL(`${folder}/openapi.json`, root), `${JSON.stringify(document, null, 2)}\n`);
}
