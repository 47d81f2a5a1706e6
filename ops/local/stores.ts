import { freePort, isFree } from "@jangteo/shared/embedded/ports";
import { startPostgres, type Postgres } from "@jangteo/shared/embedded/postgres";
import {
  findRedis,
  redisMissing,
  startRedis,
  type Redis as RunningRedis,
} from "@jangteo/shared/embedded/redis";
import { UserError } from "@jangteo/shared/embedded/user-error";
import { Redis } from "ioredis";

import { installDebianPackages } from "./debian.ts";
import type { Folder } from "./folder.ts";
import { redisUsers } from "./redis-users.ts";
import type { Secrets } from "./secrets.ts";
import type { Supervisor } from "./supervisor.ts";

// Between the look and the start another process may have taken the port.
const onFreePort = async <T>(
  preferred: number,
  start: (port: number) => Promise<T>,
): Promise<T> => {
  const port = await freePort(preferred);
  try {
    return await start(port);
  } catch (error) {
    if (await isFree(port)) throw error;
    return start(await freePort());
  }
};

/** Runs PostgreSQL on the folder's data; returns the URL of its owner. */
export const runPostgres = async (
  supervisor: Supervisor,
  folder: Folder,
  password: string,
  preferred: number,
): Promise<string> => {
  const { url } = await onFreePort(preferred, (port) =>
    supervisor.start<Postgres>({
      name: "postgres",
      tier: "store",
      start: (onLaunch) =>
        startPostgres({
          dataDir: folder.postgres,
          port,
          password,
          log: folder.log("postgres"),
          onLaunch,
        }),
    }),
  );
  return url;
};

/** Makes sure that there is a Redis to run: on Debian, root may install it. */
export const findOrInstallRedis = async (supervisor: Supervisor): Promise<void> => {
  if (findRedis()) return;
  if (!(await installDebianPackages(supervisor, ["redis-server"]))) throw redisMissing();
  if (!findRedis()) throw redisMissing();
};

/** Fails, with the variable's name, unless the given Redis answers. */
export const requireRedis = async (variable: string, url: string): Promise<string> => {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 3000,
    retryStrategy: () => null,
  });
  redis.on("error", () => {});
  try {
    await redis.connect();
    await redis.ping();
    return url;
  } catch (error) {
    throw new UserError(
      `The Redis of ${variable} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
      `Mend ${variable}, or unset it for a Redis that is started with the shop.`,
    );
  } finally {
    redis.disconnect();
  }
};

/** Runs one Redis on the folder, the one for state with a user for each service; returns its URL. */
export const runRedis = async (
  supervisor: Supervisor,
  folder: Folder,
  kind: "state" | "cache",
  secrets: Secrets,
  preferred: number,
): Promise<string> => {
  const name = `redis-${kind}`;
  const dir = kind === "state" ? folder.redisState : folder.redisCache;
  const users =
    kind === "state" ? { acl: redisUsers(secrets), password: secrets.redisOwner } : undefined;
  const { url } = await onFreePort(preferred, (port) =>
    supervisor.start<RunningRedis>({
      name,
      tier: "store",
      start: (onLaunch) =>
        startRedis({ dir, port, kind, log: folder.log(name), onLaunch, ...(users && { users }) }),
    }),
  );
  return url;
};
