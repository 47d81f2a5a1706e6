import { commandOf, isRunning } from "@jangteo/shared/embedded/process";

import { readChildren } from "../local/children.ts";
import type { Folder } from "../local/folder.ts";
import type { Secrets } from "../local/secrets.ts";

/** The state Redis that the running shop started, for its operator; none if it was given one. */
export const runningRedis = (folder: Folder, { redisOwner }: Secrets): string | undefined => {
  const child = readChildren(folder).find(({ name }) => name === "redis-state");
  if (!child || !isRunning(child.identity)) return undefined;
  // What Redis calls itself: its program and where it listens, as in "redis-server 127.0.0.1:16379".
  const port = /:(\d+)(?:\s|$)/.exec(commandOf(child.identity.pid))?.[1];
  return port && `redis://default:${redisOwner}@127.0.0.1:${port}`;
};
