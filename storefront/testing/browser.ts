import { afterAll, expect } from "bun:test";
import process from "node:process";

import { source as axe } from "axe-core";
import { type BrowserContextOptions, chromium, type Page, type Response } from "playwright-core";

const places = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
export const program =
  process.env["CHROMIUM"] ?? places.map((name) => Bun.which(name)).find((path) => path !== null);

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A browser for the calling test file. */
export const startBrowser = async () => {
  if (!program) throw new Error("No Chromium on PATH; CHROMIUM may name one");
  const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
  afterAll(() => browser.close());
  /** A visitor with a fresh profile; `troubles` collects errors and requests that leave the shop. */
  const visit = async (origin: string, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ reducedMotion: "reduce", ...options });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error")
        troubles.push(`${page.url()}: ${message.text()} ${message.location().url}`);
    });
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith("http") && url.origin !== origin) troubles.push(url.href);
    });
    return { page, troubles, close: () => context.close() };
  };
  return { visit };
};

/** Every accessibility rule the page breaks, with where. Evaluated past the page's own policy. */
export const violations = async (page: Page): Promise<string[]> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Runtime.evaluate", { expression: axe });
  const look = async (): Promise<string[]> => {
    const { result } = await devtools.send("Runtime.evaluate", {
      awaitPromise: true,
      returnByValue: true,
      expression: `axe.run({ runOnly: ${JSON.stringify(rules)} }).then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + " " + target)))`,
    });
    return result.value;
  };
  const found = await look();
  if (!found.some((one) => one.startsWith("document-title"))) return found;
  // A page that was gone to by script has none between the old title and its own.
  await page.waitForFunction("document.title !== ''");
  return look();
};

/** By how many pixels the page can be pushed sideways. */
export const overflow = (page: Page) =>
  page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");

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
