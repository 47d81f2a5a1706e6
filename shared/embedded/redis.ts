import { mkdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";

import { becomesReady, launch, tail, type OnLaunch, type Running } from "./process.ts";
import { findProgram } from "./programs.ts";
import { UserError } from "./user-error.ts";

export type RedisOptions = {
  dir: string;
  port: number;
  /** `state` never forgets and survives a restart; `cache` forgets what was not used for longest. */
  kind: "state" | "cache";
  /** Who may do what (the text of an ACL file), and the password of `default`; else anybody may all. */
  users?: { acl: string; password: string };
  log?: string;
  onLaunch?: OnLaunch;
};
export type Redis = Running & { url: string };

const settings = {
  state: "--maxmemory-policy noeviction --appendonly yes --appendfsync everysec",
  cache: "--maxmemory 128mb --maxmemory-policy allkeys-lru --appendonly no",
};

/** The path of redis-server, or of valkey-server, which speaks the same protocol. */
export const findRedis = (path?: string): string | undefined =>
  findProgram(["redis-server", "valkey-server"], path);

export const redisMissing = (): UserError =>
  new UserError(
    "Redis is needed, and neither redis-server nor valkey-server is on the PATH.",
    [
      "Install it:",
      "  Debian, Ubuntu   apt install redis-server",
      "  Fedora           dnf install valkey",
      "  Alpine           apk add redis",
      "  Arch             pacman -S valkey",
      "  macOS            brew install redis",
      "  Windows          use WSL: sudo apt install redis-server",
      "or set REDIS_URL (and CACHE_REDIS_URL) to servers of your own.",
    ].join("\n"),
  );

// The pid tells this Redis from another one that was quicker to take the port.
const serves = (port: number, pid: number, password?: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    const said: string[] = [];
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(500, () => settle(false));
    socket.once("error", () => settle(false));
    socket.once("close", () => settle(false));
    const login = password === undefined ? "PING" : `AUTH ${password}`;
    socket.once("connect", () => socket.write(`${login}\r\nINFO server\r\n`));
    socket.on("data", (data) => {
      said.push(data.toString());
      const process = /process_id:(\d+)\r/.exec(said.join(""));
      if (process) settle(/^\+(?:PONG|OK)/.test(said.join("")) && Number(process[1]) === pid);
    });
  });

const aclFile = (dir: string, { acl }: { acl: string }) => {
  const file = join(dir, "users.acl");
  writeFileSync(file, acl, { mode: 0o600 });
  return ["--aclfile", file];
};

/** Starts Redis in a folder of its own on 127.0.0.1 and waits until it answers. */
export const startRedis = async ({
  dir,
  port,
  kind,
  users,
  log = join(dir, "redis.log"),
  onLaunch,
}: RedisOptions): Promise<Redis> => {
  const command = findRedis();
  if (!command) throw redisMissing();
  mkdirSync(dir, { recursive: true });
  const running = launch({
    command,
    args: [
      "--port",
      String(port),
      "--bind",
      "127.0.0.1",
      "--dir",
      dir,
      "--save",
      "",
      ...settings[kind].split(" "),
      ...(users ? aclFile(dir, users) : []),
    ],
    env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C.UTF-8", TZ: "UTC" },
    cwd: dir,
    log,
    onLaunch,
  });
  if (
    !(await becomesReady(
      running,
      () => serves(port, running.identity.pid, users?.password),
      30_000,
    ))
  ) {
    await running.stop();
    throw new UserError(
      `Redis (${kind}) does not start on the folder ${dir}:\n${tail(log)}`,
      "Mend what the log names, or start once with --reset to begin with an empty shop.",
    );
  }
  return { ...running, url: `redis://127.0.0.1:${port}` };
};
