import { readFile } from "node:fs/promises";
import process from "node:process";

import { createLog } from "@jangteo/shared/log";
import { startTelemetry } from "@jangteo/shared/telemetry";

import { serveEnv } from "./env.ts";
import { startGateway } from "./local/start.ts";

const env = serveEnv();
const log = createLog("gateway");
const telemetry = await startTelemetry("gateway");
const gateway = await startGateway({
  config: await readFile(env.GATEWAY_CONFIG, "utf8"),
  edge: await readFile(new URL("../lua/edge.lua", import.meta.url), "utf8"),
  host: env.HOST,
  port: env.PORT,
  statusPort: env.STATUS_PORT,
  adminPort: env.ADMIN_PORT,
  redisUrl: env.REDIS_URL,
  trustedIps: env.TRUSTED_IPS,
  log,
});
log.info(`gateway listens on http://${env.HOST}:${gateway.ports.public}`);

const stop = async () => {
  await gateway.stop();
  await telemetry.stop();
  log.info("gateway stopped");
  process.exit(0);
};
for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => void stop());
