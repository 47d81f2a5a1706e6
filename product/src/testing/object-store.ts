import { afterAll } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";
import S3rver from "s3rver";

/** An S3 server with one bucket; it may be stopped and started again on the same port. */
export const testObjectStore = async () => {
  const directory = mkdtempSync(join(tmpdir(), "jangteo-s3-"));
  const port = await freePort();
  const begin = async () => {
    const server = new S3rver({
      ...{ address: "127.0.0.1", port, directory, silent: true, serviceEndpoint: "localhost" },
      configureBuckets: [{ name: "pictures", configs: [] }],
    });
    await server.run();
    return server;
  };
  const state = { server: await begin() };
  afterAll(async () => {
    await state.server.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return {
    /** What a client of it is made with. */
    bucket: {
      url: `http://127.0.0.1:${port}`,
      name: "pictures",
      region: "ap-northeast-2",
      style: "path" as const,
      accessKeyId: "S3RVER",
      secretAccessKey: "S3RVER",
    },
    port,
    folder: join(directory, "pictures"),
    stop: () => state.server.close(),
    start: async () => {
      state.server = await begin();
    },
  };
};
