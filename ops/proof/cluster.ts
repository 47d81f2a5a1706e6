import { afterAll } from "bun:test";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";
import { startPostgres } from "@jangteo/shared/embedded/postgres";
import { isGone } from "@jangteo/shared/embedded/process";
import { migrateService } from "@jangteo/shared/migrate";

import { createDatabase, urlForService } from "../local/database.ts";

const root = join(import.meta.dirname, "../..");
const password = "test";

/** A PostgreSQL of its own with one database for all services, which may be killed and started again. */
export const openCluster = async () => {
  const dir = mkdtempSync(join(tmpdir(), "jangteo-proof-"));
  chmodSync(dir, 0o711);
  const port = await freePort();
  const begin = () => startPostgres({ dataDir: join(dir, "data"), port });
  const state = { running: await begin() };
  afterAll(async () => {
    await state.running.stop();
    rmSync(dir, { recursive: true, force: true });
  });
  const adminUrl = await createDatabase(state.running.url);
  for (const service of ["member", "product", "payment", "order"])
    await migrateService({ adminUrl, service, folder: join(root, service, "drizzle"), password });
  const store = (service: string) => ({
    url: urlForService(adminUrl, service, password),
    adminUrl,
  });
  return {
    adminUrl,
    databases: { orders: store("order"), goods: store("product"), money: store("payment") },
    kill: async () => {
      const { identity } = state.running;
      process.kill(identity.pid, "SIGKILL");
      await isGone(identity, 10_000);
    },
    /** Its helpers see that it is gone a moment later, and until then it may not start. */
    start: async () => {
      const end = Date.now() + 30_000;
      const again = (): Promise<typeof state.running> =>
        begin().catch((error: unknown) => {
          if (Date.now() > end) throw error;
          return again();
        });
      state.running = await again();
    },
  };
};
