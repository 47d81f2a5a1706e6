/** Builds the services as `bun run start` and the image run them: `bun run build`. */
import { resolve } from "node:path";

import { buildServices } from "./local/build-services.ts";

process.stdout.write(`Services: ${await buildServices(resolve(import.meta.dirname, ".."))}\n`);
