import { resolve } from "node:path";
import { parseArgs } from "node:util";

import { keysIn, reloadGateway } from "@jangteo/gateway/reload";
import { UserError } from "@jangteo/shared/embedded/user-error";
import { z } from "zod";

import { kidOf, readKeys } from "./keys/file.ts";
import { rotate } from "./keys/rotate.ts";
import { readAddresses } from "./local/addresses.ts";
import { describeError, explained } from "./local/errors.ts";
import { folderAt } from "./local/folder.ts";
import { inTurn, ownerOf } from "./local/lock.ts";
import { say } from "./local/steps.ts";

const USAGE = `Usage: bun run keys list                     the signing keys, and who knows them
       bun run keys rotate [--wait seconds]  replaces the key that signs, while the shop runs

A rotation takes 16 minutes, in which tokens of both keys are good: as long as a token can live.
--wait sets that time, and a shorter one ends tokens that are in use. Ctrl-C does no harm: the same
command goes on later. Of the shop in JANGTEO_DIR with JANGTEO_PORT_OFFSET; or KEYS_FILE, JWKS_URL,
GATEWAY_CONFIG and GATEWAY_ADMIN_URL say where things are.`;

/** Above what a key set may be cached for (5 s), and what auth takes to see its file (2 s). */
const SPREAD_S = 10;
/** Above the longest life of a token (15 min), and what clocks may differ. */
const RETIRE_S = 960;

const root = resolve(import.meta.dirname, "..");
const KeySet = z.object({ keys: z.array(z.object({ kid: z.string() })) });

const places = (env: Record<string, string | undefined>) => {
  const folder = folderAt(resolve(root, env["JANGTEO_DIR"] ?? ".local"));
  const { origin } = readAddresses(env);
  return {
    keyFile: env["KEYS_FILE"] ?? folder.keys,
    jwks: env["JWKS_URL"] ?? `${origin("auth")}/.well-known/jwks.json`,
    config: env["GATEWAY_CONFIG"] ?? folder.gateway,
    adminUrl: env["GATEWAY_ADMIN_URL"] ?? origin("admin"),
  };
};
type Places = ReturnType<typeof places>;

const reach = async <T>(what: string, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(`${what}: ${why}`, "Is the shop running? Then run the same command again.");
  }
};

const publishedAt = async (jwks: string): Promise<string[]> => {
  const response = await fetch(jwks, { signal: AbortSignal.timeout(5000) });
  return KeySet.parse(await response.json()).keys.map(({ kid }) => kid);
};

const tools = ({ keyFile, jwks, config, adminUrl }: Places) => ({
  keyFile,
  published: () => reach(`The keys cannot be read from ${jwks}`, publishedAt(jwks)),
  gateway: {
    kids: () => reach(`The gateway's file ${config} cannot be read`, keysIn(config)),
    reload: () =>
      reach(
        `The gateway at ${adminUrl} has not taken the keys`,
        reloadGateway({ config, jwks, adminUrl }),
      ),
  },
});

const list = async (found: Places): Promise<void> => {
  const { keyFile, published, gateway } = tools(found);
  const [atAuth, atGateway] = [await published(), await gateway.kids()];
  for (const key of readKeys(keyFile)) {
    const kid = kidOf(key);
    const known = [
      ...(atAuth.includes(kid) ? ["published"] : []),
      ...(atGateway.includes(kid) ? ["known to the gateway"] : []),
    ];
    say(`${kid}  ${key.state.padEnd(8)}  ${known.join(", ")}`);
  }
};

const seconds = (given: string | undefined, otherwise: number) => {
  const value = Number(given ?? otherwise);
  if (Number.isFinite(value) && value >= 0) return value * 1000;
  throw explained(`--wait takes seconds, not ${given}.`, USAGE);
};

const rotateAt = async (found: Places, wait: string | undefined): Promise<void> => {
  const waits = { spread: seconds(wait, SPREAD_S), retire: seconds(wait, RETIRE_S) };
  const lock = `${found.keyFile}.lock`;
  const other = ownerOf({ lock });
  if (other)
    throw new UserError(`Another rotation is running (pid ${other.pid}).`, "Let it end first.");
  await inTurn(lock, () => rotate({ ...tools(found), waits, report: (text) => say(`  ${text}`) }));
  say("  done: one key signs, and auth and the gateway know no other");
};

const main = (args: string[]): Promise<void> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { wait: { type: "string" } },
  });
  const found = places(process.env);
  if (positionals.join() === "list") return list(found);
  if (positionals.join() === "rotate") return rotateAt(found, values.wait);
  throw explained("Say what to do with the keys.", USAGE);
};

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(describeError(error));
  process.exit(1);
}
