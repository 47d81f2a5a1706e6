import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";

import { identify, isRunning, type Identity } from "@jangteo/shared/embedded/process";
import { UserError } from "@jangteo/shared/embedded/user-error";

import type { Folder } from "./folder.ts";

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
export const ownerOf = ({ lock }: Folder): Identity | undefined => {
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

/** Makes this process the folder's only user; the lock of a dead one is taken over. */
export const takeLock = (folder: Folder): void => {
  if (create(folder.lock)) return;
  const owner = ownerOf(folder);
  if (!owner) putAway(folder.lock);
  if (!owner && create(folder.lock)) return;
  throw new UserError(
    `The shop in ${folder.dir} is already running (pid ${(owner ?? ownerOf(folder))?.pid ?? "unknown"}).`,
    "Stop that one first with Ctrl-C, or start a second shop with JANGTEO_DIR and JANGTEO_PORT_OFFSET.",
  );
};

/** Gives the folder back, if `owner` still has it. */
export const releaseLock = ({ lock }: Folder, owner = identify(process.pid)): void => {
  const current = read(lock);
  if (current && owner && current.pid === owner.pid && current.started === owner.started) {
    unlinkSync(lock);
  }
};
