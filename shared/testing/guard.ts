import { rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

import { stopProcess } from "../embedded/process.ts";
import { locked, reap } from "./place.ts";
import { clusterFolder, readCluster, stateFile } from "./postgres.ts";

/** Outlives the tests by a moment: `bun test` runs no exit handlers, and a killed run runs nothing. */
const isOver = () =>
  locked(async () => {
    if ((await reap()) > 0) return false;
    const cluster = readCluster();
    if (cluster) await stopProcess(cluster.identity, { signal: "SIGINT" });
    rmSync(stateFile, { force: true });
    rmSync(clusterFolder, { recursive: true, force: true });
    return true;
  });

while (!(await isOver())) await pause(500);
