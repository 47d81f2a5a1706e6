import { spawn } from "node:child_process";
import { join } from "node:path";
import process from "node:process";

import { denoProgram } from "@jangteo/shared/embedded/deno";

/** `bun run deno [file ...]`: runs the tests of auth, member and product, or those named, on Deno. */
const everything = ["auth/src", "member/src", "product/src", "shared/src/serve.test.ts"];
const given = process.argv.slice(2);
// Types are checked once, by `bun run types`.
const args = ["test", "--no-check", "--parallel", "--allow-all"];

const child = spawn(denoProgram(), [...args, ...(given.length > 0 ? given : everything)], {
  cwd: join(import.meta.dirname, ".."),
  stdio: "inherit",
});
process.once("SIGTERM", () => child.kill("SIGTERM"));
process.on("SIGINT", () => {});
child.once("exit", (code) => process.exit(code ?? 1));
