import { renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

import { freePort } from "../embedded/ports.ts";
import { startPostgres } from "../embedded/postgres.ts";
import { locked, reap } from "./place.ts";
import { clusterFolder, stateFile, type Cluster } from "./postgres.ts";

/**
 * Runs the one PostgreSQL of all tests, and outlives them by a moment: `bun test` ends the children
 * of a worker with it and runs no exit handlers, and a killed run runs nothing.
 */
const tell = (state: Cluster | { error: string }) => {
  writeFileSync(`${stateFile}.new`, JSON.stringify(state));
  renameSync(`${stateFile}.new`, stateFile);
};

const start = async () => {
  rmSync(clusterFolder, { recursive: true, force: true });
  return startPostgres({ dataDir: clusterFolder, port: await freePort(), durable: false });
};

const cluster = await start().catch((error: unknown) => {
  tell({ error: String(error) });
  process.exit(1);
});
tell({ identity: cluster.identity, url: cluster.url });

const isOver = () =>
  locked(async () => {
    if ((await reap()) > 0) return false;
    rmSync(stateFile, { force: true });
    await cluster.stop();
    rmSync(clusterFolder, { recursive: true, force: true });
    return true;
  });

while (!(await isOver())) await pause(500);
