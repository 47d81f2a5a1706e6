import { connect, createServer } from "node:net";
import process from "node:process";

import { createLog } from "@jangteo/shared/log";

/**
 * Passes ports on to containers that have no way out: `bun ops/compose/relay.ts 4000=auth:4000 ...`.
 * So a port is published by a container of its own, and the one behind it stays on its network.
 */
const log = createLog("relay");

const open = (route: string) => {
  const [, port, host, target] = /^(\d+)=([\w.-]+):(\d+)$/.exec(route) ?? [];
  if (!port || !host || !target) throw new Error(`${route} is not <port>=<host>:<port>`);
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ host, port: Number(target), allowHalfOpen: true });
    const end = () => {
      near.destroy();
      far.destroy();
    };
    near.on("error", end).on("close", end).pipe(far);
    far.on("error", end).on("close", end).pipe(near);
  });
  server.listen(Number(port), "0.0.0.0");
  return server;
};

const servers = process.argv.slice(2).map(open);
log.info(`relays ${process.argv.slice(2).join(", ")}`);

for (const signal of ["SIGTERM", "SIGINT"])
  process.once(signal, () => {
    for (const server of servers) server.close();
    process.exit(0);
  });
