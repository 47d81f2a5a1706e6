import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** One test process at a time; the lock of a dead process is taken over. */
export const locked = async <T>(work: () => Promise<T>): Promise<T> => {
  mkdirSync(usersFolder, { recursive: true });
  mkdirSync(ownedFolder, { recursive: true });
  while (!tryLock()) {
    const owner = readJson<Identity>(holder);
    if (owner && !isRunning(owner)) rmSync(lockFolder, { recursive: true, force: true });
    await pause(20);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
};

/** Says that this process uses the shared servers. */
export const enrol = () => {
  const self = identify(process.pid);
  if (self) writeFileSync(join(usersFolder, String(process.pid)), JSON.stringify(self));
};

/** Says that a process ends with this one, however this one ends. */
export const own = (child: Identity) => {
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
