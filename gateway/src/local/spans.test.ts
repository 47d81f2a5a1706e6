import { expect, test } from "bun:test";

import { createLog } from "@jangteo/shared/log";
import { startTelemetry } from "@jangteo/shared/telemetry";
import { startCollector } from "@jangteo/shared/testing/collector";

import { bearer } from "../testing/keys.ts";
import { echoOf, edge, renderFor, stand } from "../testing/stand.ts";
import { send } from "../testing/wire.ts";
import { startGateway } from "./start.ts";

const collector = startCollector();
const telemetry = await startTelemetry("gateway", { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });

const { hosts } = await stand();
const gateway = await startGateway({
  config: renderFor(hosts),
  edge,
  host: "127.0.0.1",
  port: 0,
  trustedIps: "127.0.0.1",
  log: createLog("gateway", () => {}),
});
const url = `http://127.0.0.1:${gateway.ports.public}`;

test("a collector hears of each sampled request, between its caller and its service, and no secret of it", async () => {
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
  await telemetry.stop();

  const { spans } = collector;
  expect(
    spans.map(({ name, attributes }) => [name, attributes["http.response.status_code"]]),
  ).toEqual([
    ["GET member-me", 200],
    ["GET member-me", 401],
  ]);
  for (const span of spans)
    expect(span).toMatchObject({ traceId: trace, parentId: parent, service: "gateway" });
  expect(echo.headers["traceparent"]).toBe(`00-${trace}-${spans[0]?.spanId}-01`);
  const text = JSON.stringify(spans);
  for (const secret of ["secret", good[1].slice(7)]) expect(text).not.toContain(secret);
});
