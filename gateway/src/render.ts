import { createPublicKey } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

import { parse, stringify } from "yaml";
import { z } from "zod";

const Key = z.object({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  kid: z.string(),
  x: z.string(),
});
const KeySet = z.object({ keys: z.array(Key).min(1) });
export type KeySet = z.infer<typeof KeySet>;

/** Reads a key set (RFC 7517) from a file, or from where auth publishes it. */
export const readKeySet = async (from: string): Promise<KeySet> => {
  if (!/^https?:/.test(from)) return KeySet.parse(JSON.parse(await readFile(from, "utf8")));
  const response = await fetch(from, { signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(`${from} answered ${response.status}`);
  return KeySet.parse(await response.json());
};

/** A key (RFC 8037) as Kong's jwt plugin takes it. */
const credential = ({ kid, kty, crv, x }: z.infer<typeof Key>) => ({
  key: kid,
  algorithm: "EdDSA",
  rsa_public_key: createPublicKey({ key: { kty, crv, x }, format: "jwk" })
    .export({ type: "spki", format: "pem" })
    .toString(),
});

/** Values land in YAML and in Lua strings: none may hold what ends one. */
const harmless = /^[\w:/.-]+$/;

const fill = (text: string, values: Record<string, string | undefined>) =>
  text.replaceAll(/\$\{(\w+)(?::-([^}]*))?\}/g, (_, name: string, otherwise?: string) => {
    const value = values[name] ?? otherwise;
    if (value === undefined) throw new Error(`${name} is not set, and kong.yml asks for it`);
    if (!harmless.test(value)) throw new Error(`${name} holds a character that it may not`);
    return value;
  });

const File = z.looseObject({ consumers: z.array(z.looseObject({ username: z.string() })) });

/** Makes the file that a gateway runs out of the one in the repository. */
export const render = (
  template: string,
  values: Record<string, string | undefined>,
  { keys }: KeySet,
) => {
  const file = File.parse(parse(fill(template, values)));
  const consumers = file.consumers.map((one) => ({ ...one, jwt_secrets: keys.map(credential) }));
  return stringify({ ...file, consumers }, { aliasDuplicateObjects: false, lineWidth: 0 });
};

/** Writes in one step, so that nobody reads half of it. */
export const writeRendered = async (file: string, text: string) => {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.next`, text);
  await rename(`${file}.next`, file);
};
