import type { Redis } from "ioredis";

import { processMetrics, settledBy, timing } from "./process-metrics.ts";
import { beginHere } from "./spans.ts";

const watch = <T>(operation: string, size: number, work: () => Promise<T>): Promise<T> => {
  const span = beginHere(operation, "client", {
    "db.system.name": "redis",
    "db.operation.name": operation,
    ...(size > 1 && { "db.operation.batch.size": size }),
  });
  const labels = { db_system_name: "redis", db_operation_name: operation };
  const settle = timing(processMetrics.storeCalls, labels, span);
  const answer = work();
  settledBy(answer, settle);
  return answer;
};

/** What makes no promise, and what a connection says of itself before it is used. */
const unwatched = new Set(["multi", "exec", "client", "info", "auth", "hello", "select", "quit"]);

type Method = (...given: unknown[]) => unknown;
const isMethod = (value: unknown): value is Method => typeof value === "function";

/**
 * Counts a connection's commands and makes them spans of the present trace. On the methods, since what is
 * pipelined later by itself is no longer within its request.
 */
export const watchCommands = (redis: Redis) => {
  for (const name of redis.getBuiltinCommands().filter((command) => !unwatched.has(command))) {
    const method: unknown = Reflect.get(redis, name);
    if (!isMethod(method)) continue;
    const watched = (...given: unknown[]) => watch(name, 1, async () => method.apply(redis, given));
    Object.assign(redis, { [name]: watched });
  }
  for (const name of ["pipeline", "multi"] as const) {
    const make = redis[name].bind(redis);
    Object.assign(redis, {
      [name]: (...given: Parameters<typeof make>) => {
        const batch = make(...given);
        const run = batch.exec.bind(batch);
        // With a callback it is ioredis itself that sends what was asked one by one, and counted so.
        const exec = (...after: Parameters<typeof run>) =>
          after.length > 0 ? run(...after) : watch(name, batch.length, run);
        return Object.assign(batch, { exec });
      },
    });
  }
};
