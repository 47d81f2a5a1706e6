import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";
import { testProcess } from "@jangteo/shared/testing/process";

const access = {
  apiKey: "the sandbox's key of the tests, long enough",
  webhookSecret: "the sandbox's webhook secret of the tests",
  shop: "http://issuer.test",
};

/** The sandbox as a process of its own, and somebody at its pages. */
export const testSandbox = async (webhookUrl: string) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const file = join(mkdtempSync(join(tmpdir(), "jangteo-sandbox-")), "journal");
  const running = await testProcess(
    join(import.meta.dir, "../../sandbox/main.ts"),
    {
      SANDBOX_PUBLIC_URL: url,
      SANDBOX_API_KEY: access.apiKey,
      SANDBOX_WEBHOOK_SECRET: access.webhookSecret,
      SANDBOX_WEBHOOK_URL: webhookUrl,
      SANDBOX_FILE: file,
    },
    { port },
  );
  const api = (
    path: string,
    { headers, ...init }: { method?: string; body?: string; headers?: Record<string, string> } = {},
  ) =>
    fetch(`${url}/v1${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${access.apiKey}`,
        "content-type": "application/json",
        ...headers,
      },
    });
  /** How it misbehaves from now on; by default to everybody. */
  const behave = (switches: object, scope = "*") =>
    api("/test/switches", { method: "PUT", body: JSON.stringify({ scope, switches }) });
  const payer = ({ nextAction }: { nextAction: { url: string } | null }) => {
    const page = nextAction?.url ?? "";
    const send = (path: string, form: Record<string, string>) =>
      fetch(page + path, {
        method: "POST",
        body: new URLSearchParams(form),
        redirect: "manual",
      });
    return {
      open: () => fetch(page, { redirect: "manual" }),
      pay: (number: string) => send("", { number }),
      confirm: (answer: "yes" | "no") => send("/verification", { answer }),
      cancel: () => send("/cancellation", {}),
    };
  };
  const charges = async (reference: string) =>
    (
      (await (await api(`/charges?reference=${reference}`)).json()) as {
        items: { id: string; state: string; captured: number; refunded: number }[];
      }
    ).items;
  return {
    ...{ url, running, api, behave, payer, charges, file },
    access: { url, ...access },
  };
};
