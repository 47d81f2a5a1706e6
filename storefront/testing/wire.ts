import type { Page } from "playwright-core";

export type Got = { type: string; url: string; encoding: string | undefined; bytes: number };

const encodingIn = (headers: Record<string, string>) =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === "content-encoding")?.[1];

/** Writes down everything a page fetches, with its bytes as they crossed the wire. */
export const watchWire = async (page: Page) => {
  const got = new Map<string, Got>();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  devtools.on("Network.responseReceived", ({ requestId, type, response }) => {
    const { url, headers } = response;
    got.set(requestId, { type, url, encoding: encodingIn(headers), bytes: 0 });
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const one = got.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  /** A network of so many bits a second, with a latency in milliseconds. */
  const slowDown = (bits: number, latency: number) =>
    devtools.send("Network.emulateNetworkConditions", {
      offline: false,
      latency,
      downloadThroughput: bits / 8,
      uploadThroughput: bits / 8,
    });
  return { all: () => [...got.values()], slowDown };
};

/** How far what was read moved under its reader, as browsers score it (web.dev/cls): 0 is not at all. */
export const watchShifts = async (page: Page) => {
  await page.addInitScript(`
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries())
        if (!hadRecentInput)
          shifts.push({ value, moved: sources.map(({ node }) => node?.className ?? node?.nodeName) });
    }).observe({ type: "layout-shift", buffered: true });
  `);
  return () => page.evaluate<{ value: number; moved: string[] }[]>("shifts");
};

/** Resolves once there is something to read. */
export const firstPainted = (page: Page) =>
  page.evaluate<void>(`new Promise((done) =>
    new PerformanceObserver((list) => {
      if (list.getEntriesByName("first-contentful-paint").length > 0) done();
    }).observe({ type: "paint", buffered: true }))`);

/** Resolves once the page has been painted with all that it has by then. */
export const painted = (page: Page) =>
  page.evaluate(
    "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))",
  );
