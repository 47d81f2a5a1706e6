import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";

import { identify, isRunning, stopProcess, type Identity } from "../embedded/process.ts";

/** Where the test processes of one user meet: `lock`, `users/<pid>`, `owned/<pid>.<child>`. */
export const place = join(tmpdir(), `jangteo-test-${process.getuid?.() ?? 0}`);
export const usersFolder = join(place, "users");
const ownedFolder = join(place, "owned");
const lockFolder = join(place, "lock");

/** What this kit wrote itself. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export const readJson = <T>(file: string): T | undefined => {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return undefined;
  }
};

const holder = join(lockFolder, "holder.json");

const tryLock = () => {
  try {
    mkdirSync(lockFolder);
    writeFileSync(holder, JSON.stringify(identify(process.pid)));
    return true;
  } catch {
    return false;
  }
};

/** Moves the lock of a dead process away. What was moved in error, since a living one had just taken it, goes back. */
const takeFromDead = () => {
  const isDead = (file: string) => {
    const owner = readJson<Identity>(file);
    return owner !== undefined && !isRunning(owner);
  };
  if (!isDead(holder)) return;
  const aside = `${lockFolder}.${process.pid}`;
  try {
    renameSync(lockFolder, aside);
    if (isDead(join(aside, "holder.json"))) rmSync(aside, { recursive: true, force: true });
    else renameSync(aside, lockFolder);
  } catch {
    // Another process was quicker.
  }
};

/** One test process at a time; the lock of a dead process is taken over. */
export const locked = async <T>(work: () => Promise<T>): Promise<T> => {
  mkdirSync(usersFolder, { recursive: true });
  mkdirSync(ownedFolder, { recursive: true });
  while (!tryLock()) {
    takeFromDead();
    await pause(20);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
};

/** Says that this process uses the shared servers. Never half written: the guard reads at any time. */
export const enrol = () => {
  const self = identify(process.pid);
  const file = join(usersFolder, String(process.pid));
  if (!self || readJson<Identity>(file)?.started === self.started) return;
  const draft = join(place, `user.${crypto.randomUUID()}`);
  writeFileSync(draft, JSON.stringify(self));
  renameSync(draft, file);
};

/** Says that a process ends with this one, however this one ends. */
export const own = (child: Identity) => {
  mkdirSync(usersFolder, { recursive: true });
  mkdirSync(ownedFolder, { recursive: true });
  enrol();
  writeFileSync(join(ownedFolder, `${process.pid}.${child.pid}`), JSON.stringify(child));
};

/** Forgets the dead users, ends what they owned, and returns how many users live. */
export const reap = async () => {
  const users = readdirSync(usersFolder).filter((pid) => {
    const user = readJson<Identity>(join(usersFolder, pid));
    return user && isRunning(user);
  });
  for (const pid of readdirSync(usersFolder))
    if (!users.includes(pid)) rmSync(join(usersFolder, pid), { force: true });
  for (const name of readdirSync(ownedFolder)) {
    if (users.includes(name.split(".")[0] ?? "")) continue;
    const child = readJson<Identity>(join(ownedFolder, name));
    if (child) await stopProcess(child, { signal: "SIGKILL" });
    rmSync(join(ownedFolder, name), { force: true });
  }
  return users.length;
};
