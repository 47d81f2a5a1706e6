import { expect, test } from "bun:test";
import { readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { testProcess } from "@jangteo/shared/testing/process";
import { decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from "jose";

import { createKeys, openKeys } from "./keys.ts";
import { asWarehouse, issuer, read, secret, sha256, testAuth, type Tokens } from "./testing.ts";
import { createTokens } from "./tokens.ts";

const { dir, clock, server } = await testAuth();

type State = "pending" | "active" | "retiring";

/** Key files made of keys of their own, whole at once as a rotation writes them. */
const keyOf = async (name: string) => {
  await openKeys(join(dir, name));
  const { keys } = JSON.parse(await readFile(join(dir, name), "utf8"));
  return (state: State) => ({ ...keys[0], state });
};
const write = async (file: string, keys: unknown[]) => {
  await writeFile(`${file}.new`, JSON.stringify({ keys }), { mode: 0o600 });
  await rename(`${file}.new`, file);
};

test("the first start makes one key that only its owner can read, and every later one keeps it", async () => {
  const file = join(dir, "first.json");
  const starts = await Promise.all([openKeys(file), openKeys(file), openKeys(file)]);
  expect(new Set(starts.map(({ kid }) => kid)).size).toBe(1);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await openKeys(file)).kid).toBe(starts[0]?.kid ?? "");
});

test("a retiring key still verifies, a pending one is already known, and only one signs", async () => {
  const files = await Promise.all(
    ["a", "b", "c"].map(async (name) => {
      await openKeys(join(dir, name));
      return JSON.parse(await readFile(join(dir, name), "utf8")).keys[0];
    }),
  );
  const old = await createKeys({ keys: [{ ...files[0], state: "active" }] });
  const states = ["retiring", "active", "pending"];
  const merged = { keys: files.map((key, n) => ({ ...key, state: states[n] })) };
  await writeFile(join(dir, "merged"), JSON.stringify(merged));
  const rotated = await openKeys(join(dir, "merged"));
  expect(rotated.jwks.keys).toHaveLength(3);
  expect(JSON.stringify(rotated.jwks)).not.toContain('"d"');
  for (const keys of [old, rotated]) {
    const token = await createTokens({ keys, issuer, clock }).service("member");
    await jwtVerify(token, rotated.verify);
  }
  expect(rotated.kid).toBe(rotated.jwks.keys[1]?.kid ?? "");
  await writeFile(join(dir, "broken"), "{");
  const opened = await openKeys(join(dir, "broken")).then(() => "opened", String);
  expect(opened).toContain("does not hold signing keys");
});

test("a running service signs with a new key soon after its file says so, and refuses no older token", async () => {
  const [a, b] = [await keyOf("from"), await keyOf("to")];
  const [file, clientsFile] = [join(dir, "live.json"), join(dir, "live-clients.json")];
  await write(file, [a("active"), b("pending")]);
  const clients = [{ id: "warehouse", secretHash: sha256("warehouse-secret"), scopes: ["stock"] }];
  await writeFile(clientsFile, JSON.stringify({ clients }));
  const service = await testProcess(join(import.meta.dirname, "main.ts"), {
    ISSUER: issuer,
    REDIS_URL: server.url,
    MEMBER_URL: "http://127.0.0.1:9",
    KEYS_FILE: file,
    CLIENTS_FILE: clientsFile,
    TOKEN_SECRET: secret,
    STOREFRONT_CLIENT_SECRET: secret,
    ORDER_CLIENT_SECRET: secret,
    PAYMENT_CLIENT_SECRET: secret,
  });
  const post = (path: string, fields: Record<string, string>) =>
    fetch(service.url + path, {
      method: "POST",
      headers: asWarehouse,
      body: new URLSearchParams(fields),
    });
  const token = async () =>
    (await read<Tokens>(post("/v1/oauth/token", { grant_type: "client_credentials" })))
      .access_token;
  const isActive = async (text: string) =>
    (await read<{ active: boolean }>(post("/v1/oauth/introspect", { token: text }))).active;
  const published = async () =>
    (await read<JSONWebKeySet>(fetch(`${service.url}/.well-known/jwks.json`))).keys.map(
      ({ kid }) => kid,
    );
  const signer = async () => decodeProtectedHeader(await token()).kid;
  const becomes = async (holds: () => Promise<boolean>, tries = 200): Promise<void> => {
    if (await holds()) return;
    if (tries === 0) throw new Error("It did not happen in time");
    await pause(25);
    return becomes(holds, tries - 1);
  };

  const [kidA, kidB] = await published();
  const early = await token();
  expect(await signer()).toBe(kidA ?? "");
  await write(file, [a("retiring"), b("active")]);
  await becomes(async () => (await signer()) === kidB);
  expect(await isActive(early)).toBeTrue();
  expect(await published()).toEqual([kidA, kidB]);

  await writeFile(file, "{ half");
  await becomes(async () => service.logged().includes("does not hold signing keys"));
  expect(await signer()).toBe(kidB ?? "");
  await write(file, [b("active")]);
  await becomes(async () => (await published()).length === 1);
  expect(await isActive(early)).toBeFalse();
  expect(await isActive(await token())).toBeTrue();
}, 20_000);
