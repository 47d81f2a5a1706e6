import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

import { identify, isRunning, type Identity } from "@jangteo/shared/embedded/process";
import { UserError } from "@jangteo/shared/embedded/user-error";

import type { Folder } from "./folder.ts";

type Held = Pick<Folder, "lock">;

const isIdentity = (value: unknown): value is Identity =>
  typeof value === "object" && value !== null && "pid" in value && "started" in value;

const read = (path: string): Identity | undefined => {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return isIdentity(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** The living process that has the folder, if any. */
export const ownerOf = ({ lock }: Held): Identity | undefined => {
  const owner = read(lock);
  return owner && isRunning(owner) ? owner : undefined;
};

// The lock appears complete or not at all: a link to a finished file, which fails when one is there.
const create = (lock: string): boolean => {
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(identify(process.pid)));
  try {
    linkSync(draft, lock);
    return true;
  } catch {
    return false;
  } finally {
    unlinkSync(draft);
  }
};

const putAway = (lock: string): void => {
  const aside = `${lock}.${process.pid}.old`;
  try {
    renameSync(lock, aside);
    unlinkSync(aside);
  } catch {
    // Another start was quicker: it has the lock now.
  }
};

/** Takes the lock, also from a dead owner; false while a living one has it. */
const claim = (held: Held): boolean => {
  if (create(held.lock)) return true;
  if (ownerOf(held)) return false;
  putAway(held.lock);
  return create(held.lock);
};

/** Makes this process the folder's only user; the lock of a dead one is taken over. */
export const takeLock = (folder: Folder): void => {
  if (claim(folder)) return;
  throw new UserError(
    `The shop in ${folder.dir} is already running (pid ${ownerOf(folder)?.pid ?? "unknown"}).`,
    "Stop that one first with Ctrl-C, or start a second shop with JANGTEO_DIR and JANGTEO_PORT_OFFSET.",
  );
};

/** Gives the folder back, if `owner` still has it. */
export const releaseLock = ({ lock }: Held, owner = identify(process.pid)): void => {
  const current = read(lock);
  if (current && owner && current.pid === owner.pid && current.started === owner.started) {
    unlinkSync(lock);
  }
};

/** Does some work while no other process does it; waits for its turn. */
export const inTurn = async <T>(lock: string, work: () => Promise<T>): Promise<T> => {
  while (!claim({ lock })) await pause(200);
  try {
    return await work();
  } finally {
    releaseLock({ lock });
  }
};
