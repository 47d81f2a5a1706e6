import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.cwd(), "package.json"));
const script = () => require.resolve("@scalar/api-reference/dist/browser/standalone.js");

/** The API reference's script, from the installed package. */
export const GET = async () =>
  new Response(new Uint8Array(await readFile(script())), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=86400",
    },
  });
