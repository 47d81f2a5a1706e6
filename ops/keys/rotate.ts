import { setTimeout as pause } from "node:timers/promises";

import { UserError } from "@jangteo/shared/embedded/user-error";

import { kidOf, newKey, readKeys, writeKeys, type Key } from "./file.ts";

export type Rotation = {
  keyFile: string;
  /** The kids that auth publishes. */
  published: () => Promise<string[]>;
  gateway: { kids: () => Promise<string[]>; reload: () => Promise<void> };
  waits: {
    /** Milliseconds until everyone who reads the published keys has the new one. */
    spread: number;
    /** Milliseconds until the last token of the old key has expired. */
    retire: number;
  };
  report: (text: string) => void;
};

const PUBLISHED_WITHIN_MS = 30_000;

const inState = (keys: readonly Key[], state: Key["state"]) =>
  keys.find((key) => key.state === state);
const sameKids = (one: readonly string[], other: readonly string[]) =>
  one.toSorted().join() === other.toSorted().join();

/** Waits until auth publishes what its file holds, then gives the gateway the same keys. */
const spread = async ({ keyFile, published, gateway }: Rotation): Promise<void> => {
  const wanted = readKeys(keyFile).map(kidOf);
  const deadline = Date.now() + PUBLISHED_WITHIN_MS;
  while (!sameKids(await published(), wanted)) {
    if (Date.now() > deadline)
      throw new UserError(
        "Auth does not publish the keys of its file.",
        `Is it running, and on ${keyFile}? Then run the same command again: it goes on from here.`,
      );
    await pause(100);
  }
  await gateway.reload();
};

const begin = ({ keyFile, report }: Rotation): void => {
  const key = newKey(new Date());
  writeKeys(keyFile, [...readKeys(keyFile), key]);
  report(`${kidOf(key)} is pending: it is published, and signs nothing yet`);
};

const promote = ({ keyFile, report }: Rotation): void => {
  const since = new Date().toISOString();
  const next = { pending: "active", active: "retiring", retiring: "retiring" } as const;
  const keys = readKeys(keyFile).map((key) =>
    key.state === "retiring" ? key : { ...key, state: next[key.state], since },
  );
  writeKeys(keyFile, keys);
  for (const key of keys) report(`${kidOf(key)} is ${key.state}`);
};

const drop = ({ keyFile, report }: Rotation): void => {
  const keys = readKeys(keyFile);
  writeKeys(
    keyFile,
    keys.filter(({ state }) => state !== "retiring"),
  );
  for (const key of keys.filter(({ state }) => state === "retiring"))
    report(`${kidOf(key)} is dropped`);
};

const hasUnfinished = async ({ keyFile, gateway }: Rotation): Promise<boolean> => {
  const keys = readKeys(keyFile);
  return keys.length > 1 || !sameKids(await gateway.kids(), keys.map(kidOf));
};

/**
 * Replaces the signing key while tokens of the old and the new one are both good. All that it
 * remembers is in auth's key file, so after a crash at any point the same call goes on from there.
 */
export const rotate = async (rotation: Rotation): Promise<void> => {
  const { keyFile, waits, report } = rotation;
  if (await hasUnfinished(rotation)) report("going on with an earlier rotation");
  else begin(rotation);
  await spread(rotation);
  if (inState(readKeys(keyFile), "pending")) {
    report(`waiting ${waits.spread / 1000} s until every service has seen it`);
    await pause(waits.spread);
    promote(rotation);
  }
  const retiring = inState(readKeys(keyFile), "retiring");
  if (!retiring) return;
  const since = Date.parse(retiring.since ?? new Date().toISOString());
  const left = Math.max(0, since + waits.retire - Date.now());
  report(`waiting ${Math.ceil(left / 1000)} s until its last token has expired`);
  await pause(left);
  drop(rotation);
  await spread(rotation);
};
