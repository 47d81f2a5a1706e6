import { afterAll } from "bun:test";

import { listen } from "../src/serve.ts";

/** A server of the calling test file on a free port; it ends with it. */
export const testServer = (fetch: (request: Request) => Response | Promise<Response>) => {
  const server = listen(fetch, 0, "127.0.0.1");
  afterAll(() => server.stop(true));
  return { url: `http://127.0.0.1:${server.port}` };
};
