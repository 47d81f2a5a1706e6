import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

import { stopProcess, type Identity } from "@jangteo/shared/embedded/process";

import type { Folder } from "./folder.ts";

/** Stores start first and stop last, the edge the other way round. */
export type Tier = "store" | "service" | "edge";
/** One process of the shop, as written down so that a later start can find it. */
export type Child = { name: string; tier: Tier; identity: Identity; signal: NodeJS.Signals };

const GRACE_MS = 15_000;

export const writeChildren = ({ children }: Folder, list: readonly Child[]): void => {
  const draft = `${children}.new`;
  writeFileSync(draft, JSON.stringify(list, null, 2));
  renameSync(draft, children);
};

export const readChildren = ({ children }: Folder): Child[] => {
  try {
    return JSON.parse(readFileSync(children, "utf8"));
  } catch {
    return [];
  }
};

export const forgetChildren = ({ children }: Folder): void => rmSync(children, { force: true });

/** Stops processes tier by tier, the edge first, each tier at once. */
export const stopChildren = async (list: readonly Child[]): Promise<void> => {
  const order = (["edge", "service", "store"] as const).map((tier) =>
    list.filter((child) => child.tier === tier),
  );
  for (const tier of order) {
    await Promise.all(
      tier.map(({ identity, signal }) => stopProcess(identity, { signal, graceMs: GRACE_MS })),
    );
  }
};
