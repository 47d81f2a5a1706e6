import { afterAll } from "bun:test";

import { listen } from "../src/serve.ts";

/** A server of the calling test file on a free port; it ends with it. */
export const testServer = (fetch: (request: Request) => Response | Promise<Response>) => {
  const server = listen(fetch, 0, "127.0.0.1");
  afterAll(() => server.stop(true));
  return { url: `http://127.0.0.1:${server.port}` };
};

type App = {
  fetch: (request: Request) => Response | Promise<Response>;
  request: (path: string, init?: RequestInit) => Response | Promise<Response>;
};

/** The app as its callers reach it: on Deno over HTTP, since there the server makes what differs from Bun. */
export const reached = <A extends App>(app: A): A => {
  if (!("Deno" in globalThis)) return app;
  const { url } = testServer((request) => app.fetch(request));
  const request = (path: string, init?: RequestInit) =>
    fetch(url + path, { ...init, redirect: "manual" });
  return Object.assign(app, { request });
};
