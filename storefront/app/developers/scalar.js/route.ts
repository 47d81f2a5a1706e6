import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

// Resolved when asked, from the folder the shop runs in: the bundler must leave it alone.
const script = () => {
  const { resolve } = createRequire(join(process.cwd(), "package.json"));
  return join(dirname(resolve("@scalar/api-reference")), "browser", "standalone.js");
};

/** The API reference's script, from the installed package. */
export const GET = async () =>
  new Response(new Uint8Array(await readFile(script())), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=86400",
    },
  });
