import { expect, test } from "bun:test";
import { utimesSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import { expressions, metricsIn } from "../observe/testing.ts";
import { eventually } from "./testing.ts";

const Trace = z.object({
  services: z.array(z.string()).optional(),
  spans: z.array(z.object({ attributes: z.record(z.string(), z.unknown()) })).optional(),
});
const Names = z.object({ data: z.array(z.string()) });
const Mails = z.object({
  messages: z.array(z.object({ subject: z.string(), to: z.array(z.string()), text: z.string() })),
});

type Watched = { url: (port: number, path: string) => string; dir: string };

/** What a shop that was started with `--observe` shows to whoever runs it. */
export const watchedTests = ({ url, dir }: Watched) => {
  const answer = async (path: string) => (await fetch(url(9090, `/api/v1/${path}`))).json();
  const mails = async () => {
    const { messages } = Mails.parse(await (await fetch(url(1080, "/api/messages"))).json());
    return messages.filter(({ subject }) => subject.includes("SigningKeysOld"));
  };

  test("one trace leads from a visitor's request to the statement", async () => {
    const asked = await fetch(url(3000, `/api/products?q=${crypto.randomUUID()}`), {
      headers: { host: new URL(url(3000, "/")).host.replace("127.0.0.1", "localhost") },
    });
    const id = asked.headers.get("server-timing")?.split("-")[1];
    const told = async () => {
      const reply = await fetch(url(4318, `/api/traces/${id}`));
      const { services = [], spans = [] } = Trace.parse(await reply.json());
      return {
        services,
        statements: spans.filter(({ attributes }) => "db.query.text" in attributes),
      };
    };
    await eventually(async () => (await told()).services.length === 3);
    const { services, statements } = await told();
    expect(services).toEqual(["storefront", "gateway", "product"]);
    expect(statements.length).toBeGreaterThan(0);
    expect((await fetch(url(4318, `/traces/${id}`))).status).toBe(200);
  });

  test("every metric that an alert or a board names is read from it", async () => {
    // A shop without TLS has no certificate; what rules write down is checked with the rules.
    const named = new Set(
      expressions.flatMap(metricsIn).filter((name) => !/^tls_|:|^ALERTS$/.test(name)),
    );
    expect(named.size).toBeGreaterThan(30);
    const missing = async () => {
      const { data } = Names.parse(await answer("label/__name__/values"));
      return [...named].filter((name) => !data.includes(name));
    };
    await eventually(async () => (await missing()).length === 0, 30_000).catch(() => {});
    expect(await missing()).toEqual([]);
    for (const expr of new Set(expressions))
      expect([expr, await answer(`query?query=${encodeURIComponent(expr)}`)]).toMatchObject([
        expr,
        { status: "success" },
      ]);
  });

  test("who runs it gets a mail when something waits for them", async () => {
    const old = new Date(Date.now() - 91 * 86_400_000);
    utimesSync(join(dir, "keys.json"), old, old);
    await eventually(async () => (await mails()).length > 0);
    const [mail] = await mails();
    expect(mail).toMatchObject({
      subject: "[FIRING] SigningKeysOld",
      to: ["operator@jangteo.example"],
      text: expect.stringContaining("docs/runbooks/signing-keys-old.md"),
    });
  });
};
