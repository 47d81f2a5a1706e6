import { afterAll } from "bun:test";

import { takeSpans, type ToldSpan } from "../embedded/collector.ts";

/** A collector for the calling test file, and what it has been told. */
export const startCollector = () => {
  const spans: ToldSpan[] = [];
  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    fetch: (request) => takeSpans(request, (told) => spans.push(...told)),
  });
  afterAll(() => server.stop(true));
  return { url: `http://127.0.0.1:${server.port}`, spans };
};
