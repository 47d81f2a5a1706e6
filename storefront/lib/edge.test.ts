import { describe, expect, test } from "bun:test";

import * as fc from "fast-check";

import { clientAddress, createTrust, isClaim, refuseAtEdge } from "./edge";

const hosts = ["shop.test"];
const ask = (url: string, { method = "GET", host = "shop.test" } = {}) =>
  refuseAtEdge({ method, url, rawHeaders: ["Host", host] }, hosts)?.status;

describe("the edge", () => {
  test.each([
    ["/api/..%2fx"],
    ["/api//members"],
    ["/api/../x"],
    ["/api/%2e%2e/x"],
    ["/a/."],
    ["/a/.%2E"],
    ["/a\\b"],
    ["/a%5Cb"],
    ["/a%00"],
    ["/a;b"],
    ["//evil.test"],
    ["http://evil.test/"],
  ])("refuses the path %s", (path) => {
    expect(ask(path)).toBe(400);
  });

  test.each([["/"], ["/ko/products?next=//x;y"], ["/_next/static/a..b.js"], ["/.well-known/x"]])(
    "lets %s pass",
    (path) => {
      expect(ask(path)).toBeUndefined();
    },
  );

  test("answers only under the shop's own name", () => {
    expect(ask("/", { host: "evil.test" })).toBe(421);
    expect(refuseAtEdge({ method: "GET", url: "/", rawHeaders: [] }, hosts)?.status).toBe(400);
    const twice = ["Host", "shop.test", "host", "shop.test"];
    expect(refuseAtEdge({ method: "GET", url: "/", rawHeaders: twice }, hosts)?.status).toBe(400);
  });

  test("refuses TRACE and CONNECT", () => {
    expect(ask("/", { method: "TRACE" })).toBe(405);
    expect(ask("/", { method: "CONNECT" })).toBe(405);
  });
});

describe("the address of a shopper", () => {
  const nobody = createTrust("");
  const proxies = createTrust("10.0.0.0/8, ::1");

  test("is the socket's, whatever a client claims", () => {
    fc.assert(
      fc.property(fc.string(), (claimed) => {
        expect(clientAddress("203.0.113.7", claimed, nobody)).toBe("203.0.113.7");
      }),
    );
  });

  test("is what the nearest stranger before trusted proxies has", () => {
    expect(clientAddress("10.0.0.2", "6.6.6.6, 203.0.113.7, 10.0.0.1", proxies)).toBe(
      "203.0.113.7",
    );
    expect(clientAddress("::ffff:10.0.0.2", "203.0.113.7", proxies)).toBe("203.0.113.7");
    expect(clientAddress("10.0.0.2", "not an address", proxies)).toBe("10.0.0.2");
  });
});

test("no client speaks in the name of the server or of Next", () => {
  for (const name of [
    "X-Forwarded-For",
    "Forwarded",
    "X-Real-IP",
    "x-middleware-subrequest",
    "X-Nonce",
  ])
    expect(isClaim(name)).toBe(true);
  for (const name of ["accept", "next-action", "rsc", "next-router-state-tree", "cookie"])
    expect(isClaim(name)).toBe(false);
});
