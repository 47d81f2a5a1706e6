import { readFile } from "node:fs/promises";

import { parse } from "yaml";
import { z } from "zod";

import { readKeySet, render, writeRendered } from "./render.ts";

type Running = {
  /** The rendered file. */
  config: string;
  /** Where the public keys are: an address or a file. */
  jwks: string;
  adminUrl: string;
};

const Known = z.object({
  consumers: z.array(z.object({ jwt_secrets: z.array(z.object({ key: z.string() })) })),
});

/** The names (`kid`) of the keys that a rendered file accepts. */
export const keysIn = async (config: string): Promise<string[]> => {
  const { consumers } = Known.parse(parse(await readFile(config, "utf8")));
  return consumers.flatMap(({ jwt_secrets }) => jwt_secrets.map(({ key }) => key));
};

/**
 * Gives a running gateway the public keys of now, without a lost request: Kong's `POST /config`.
 * The file follows once they are in use, so a file with the new keys means that the gateway has them.
 */
export const reloadGateway = async ({ config, jwks, adminUrl }: Running): Promise<void> => {
  const text = render(await readFile(config, "utf8"), {}, await readKeySet(jwks));
  const response = await fetch(new URL("/config", adminUrl), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(parse(text)),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok)
    throw new Error(`The gateway refused the file: ${response.status} ${await response.text()}`);
  await writeRendered(config, text);
};
