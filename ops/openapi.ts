import { existsSync, readdirSync, writeFileSync } from "node:fs";

import { routesOf } from "@jangteo/shared/protect";
import { createService } from "@jangteo/shared/service";

const root = new URL("../", import.meta.url);

type Contract = Record<string, unknown> & { about?: { name: string; description: string } };

const textOf = async (contract: Contract, about: NonNullable<Contract["about"]>) => {
  const service = createService(about);
  for (const route of routesOf(contract)) service.openAPIRegistry.registerPath(route);
  const reply = await service.request("/openapi.json");
  return `${JSON.stringify(await reply.json(), null, 2)}\n`;
};

/** The `openapi.json` of every service, from its contract alone. */
export const readDocuments = async () => {
  const services = readdirSync(root).filter((folder) =>
    ["src/main.ts", "src/contract.ts"].every((file) =>
      existsSync(new URL(`${folder}/${file}`, root)),
    ),
  );
  return Promise.all(
    services.map(async (folder) => {
      const contract: Contract = await import(new URL(`${folder}/src/contract.ts`, root).href);
      if (!contract.about) throw new Error(`${folder}/src/contract.ts has no \`about\``);
      const file = new URL(`${folder}/openapi.json`, root);
      return { folder, file, text: await textOf(contract, contract.about) };
    }),
  );
};

if (import.meta.main) for (const { file, text } of await readDocuments()) writeFileSync(file, text);
