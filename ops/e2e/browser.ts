import { expect } from "bun:test";

import type { Page, Response } from "playwright-core";

import { overflow, violations } from "../../storefront/testing/browser.ts";

/** Nothing that assistive technology would stumble over, and nothing that scrolls sideways. */
export const expectAccessible = async (page: Page) => {
  const found = { violations: await violations(page), overflow: await overflow(page) };
  expect({ at: page.url(), ...found }).toEqual({ at: page.url(), violations: [], overflow: 0 });
};

const isText = (reply: Response) =>
  /text\/|json|javascript/.test(reply.headers()["content-type"] ?? "");

/** Remembers whatever reached a page that looks like a token. */
export const watchForTokens = (page: Page) => {
  const found: string[] = [];
  const reading: Promise<void>[] = [];
  const read = async (reply: Response) => {
    const head = JSON.stringify(await reply.allHeaders());
    const body = isText(reply) ? await reply.text().catch(() => "") : "";
    const tokens = `${head}${body}`.match(/eyJ[\w-]{10,}\.[\w-]+|\bv1\.[\w-]{10,}\.[\w-]+\.\d+/g);
    if (tokens) found.push(`${reply.url()}: ${tokens[0].slice(0, 20)}`);
  };
  page.on("response", (reply) => reading.push(read(reply)));
  return async () => {
    await Promise.allSettled(reading);
    return found;
  };
};
