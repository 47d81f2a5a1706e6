import { afterAll, expect, test } from "bun:test";

import { createLog } from "@jangteo/shared/log";
import { z } from "zod";

import { bearer } from "../testing/keys.ts";
import { echoOf, edge, renderFor, stand } from "../testing/stand.ts";
import { send } from "../testing/wire.ts";
import { startGateway } from "./start.ts";

const received: { path: string; text: string }[] = [];
const collector = Bun.serve({
  port: 0,
  hostname: "127.0.0.1",
  fetch: async (request) => {
    received.push({ path: new URL(request.url).pathname, text: await request.text() });
    return Response.json({});
  },
});
afterAll(() => collector.stop(true));

const { hosts } = await stand();
const traced = async () => {
  const gateway = await startGateway({
    config: renderFor(hosts),
    edge,
    host: "127.0.0.1",
    port: 0,
    log: createLog("gateway", () => {}),
    tracesUrl: `http://127.0.0.1:${collector.port}`,
  });
  return { gateway, url: `http://127.0.0.1:${gateway.ports.public}` };
};

const Span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string(),
  name: z.string(),
  attributes: z.array(z.object({ key: z.string(), value: z.record(z.string(), z.string()) })),
});
const Sent = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(Span) })) })),
});

test("a collector hears of each sampled request, between its caller and its service, and no secret of it", async () => {
  const { gateway, url } = await traced();
  const [trace, parent] = ["0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"];
  const ask = (flags: string, token: readonly [string, string]) =>
    send(url, {
      path: "/v1/members/me?word=secret",
      headers: [token, ["traceparent", `00-${trace}-${parent}-${flags}`]],
    });
  const good = bearer();
  const echo = echoOf(await ask("01", good));
  expect((await ask("01", ["Authorization", "Bearer none"])).status).toBe(401);
  expect((await ask("00", good)).status).toBe(200);
  await gateway.stop(0);

  expect(new Set(received.map(({ path }) => path))).toEqual(new Set(["/v1/traces"]));
  const spans = received
    .flatMap(({ text }) => Sent.parse(JSON.parse(text)).resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap((one) => one.spans));
  const told = spans.map(({ name, attributes }) => [
    name,
    attributes.find(({ key }) => key === "http.response.status_code")?.value["intValue"],
  ]);
  expect(told).toEqual([
    ["GET member-me", "200"],
    ["GET member-me", "401"],
  ]);
  for (const span of spans) expect(span).toMatchObject({ traceId: trace, parentSpanId: parent });
  expect(echo.headers["traceparent"]).toBe(`00-${trace}-${spans[0]?.spanId}-01`);
  const text = received.map((one) => one.text).join("");
  for (const secret of ["secret", good[1].slice(7)]) expect(text).not.toContain(secret);
});
