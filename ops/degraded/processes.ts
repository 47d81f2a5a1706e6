import { readFileSync } from "node:fs";
import { join } from "node:path";

import { isGone, type Identity } from "@jangteo/shared/embedded/process";
import { z } from "zod";

import { familyOf, ownerPid } from "../local/testing.ts";

export type Part =
  | "redis-state"
  | "postgres"
  | "member"
  | "product"
  | "order"
  | "payment"
  | "auth"
  | "gateway"
  | "storefront";

const Children = z.array(
  z.object({ name: z.string(), identity: z.object({ pid: z.number(), started: z.string() }) }),
);

/** The running process of one part of a shop. */
export const processOf = (dir: string, part: Part): Identity => {
  const children = Children.parse(JSON.parse(readFileSync(join(dir, "children.json"), "utf8")));
  const child = children.find(({ name }) => name === part);
  if (!child) throw new Error(`${part} does not run`);
  return child.identity;
};

const frozen = async <T>(pids: readonly number[], work: () => Promise<T>): Promise<T> => {
  for (const pid of pids) process.kill(pid, "SIGSTOP");
  try {
    return await work();
  } finally {
    for (const pid of pids.toReversed()) process.kill(pid, "SIGCONT");
  }
};

/** While a part neither answers nor hangs up. */
export const whileFrozen = <T>(dir: string, part: Part, work: () => Promise<T>): Promise<T> =>
  frozen(
    familyOf(processOf(dir, part).pid).map(({ pid }) => pid),
    work,
  );

/** While a part is gone: whoever would start it again is held, and does so afterwards. */
export const whileKilled = <T>(dir: string, part: Part, work: () => Promise<T>): Promise<T> =>
  frozen([ownerPid(dir)], async () => {
    const identity = processOf(dir, part);
    process.kill(identity.pid, "SIGKILL");
    await isGone(identity, 5000);
    return await work();
  });
