import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { z } from "@hono/zod-openapi";

import { readEnv, secret } from "./env.ts";

const dir = mkdtempSync(join(tmpdir(), "jangteo-env-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const file = (name: string, text: string) => {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
};
const drawn = "k".repeat(43);
const schema = z.object({ TOKEN_SECRET: secret, STRIPE_SECRET_KEY: z.string().optional() });

test("a secret may come from a file, without the line break at its end", () => {
  const TOKEN_SECRET_FILE = file("token", `${drawn}\n`);
  expect(readEnv(schema, { TOKEN_SECRET_FILE })).toEqual({ TOKEN_SECRET: drawn });
});

test("an empty file is as if the variable were not set", () => {
  const empty = file("empty", "\n");
  const read = readEnv(schema, { TOKEN_SECRET: drawn, STRIPE_SECRET_KEY_FILE: empty });
  expect(read).toEqual({ TOKEN_SECRET: drawn });
  expect(() => readEnv(schema, { TOKEN_SECRET_FILE: empty })).toThrow("TOKEN_SECRET");
});

test("a variable and its file are not both taken: the operator reads which two are set", () => {
  const both = { TOKEN_SECRET: drawn, TOKEN_SECRET_FILE: file("other", drawn) };
  expect(() => readEnv(schema, both)).toThrow("TOKEN_SECRET and TOKEN_SECRET_FILE");
});

test("a file that is not there is named, with the variable that named it", () => {
  const TOKEN_SECRET_FILE = join(dir, "nowhere");
  expect(() => readEnv(schema, { TOKEN_SECRET_FILE })).toThrow(
    `TOKEN_SECRET_FILE names a file that cannot be read: ${TOKEN_SECRET_FILE} (ENOENT)`,
  );
});

test("a value that is too short is refused by name, and never shown", () => {
  const refused = () => readEnv(schema, { TOKEN_SECRET_FILE: file("short", "moon-jar") });
  expect(refused).toThrow("TOKEN_SECRET");
  expect(refused).not.toThrow("moon-jar");
});

test("a variable whose own name ends in _FILE is a path, and is not read", () => {
  const keys = z.object({ KEYS_FILE: z.string() });
  expect(readEnv(keys, { KEYS_FILE: "keys.json" })).toEqual({ KEYS_FILE: "keys.json" });
});
