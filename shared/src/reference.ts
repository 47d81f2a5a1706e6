import { readFile } from "node:fs/promises";

import { Scalar } from "@scalar/hono-api-reference";
import type { Env } from "hono";

// It finds files of a package by its own place, so no bundle holds this module.
const file = new URL("browser/standalone.js", import.meta.resolve("@scalar/api-reference"));

/** The page that shows an API by its `/openapi.json`. */
export const page = <E extends Env>(pageTitle: string) =>
  Scalar<E>({
    ...{ pageTitle, url: "/openapi.json", cdn: "/docs/scalar.js" },
    ...{ withDefaultFonts: false, telemetry: false },
  });

/** The script that the page runs. */
export const script = () => readFile(file);
