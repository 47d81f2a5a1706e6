import { describe, expect, test } from "bun:test";

import { type Asked, expectProblem, testProxy } from "./testing";

const { ask, signIn, gateway } = await testProxy();

describe("a write made by another site", () => {
  const refusals: [string, Asked["headers"]][] = [
    ["without X-CSRF", { "x-csrf": undefined }],
    ["from a foreign origin", { origin: "https://evil.test" }],
    ["from no origin", { origin: "null" }],
    ["that the browser calls cross-site", { "sec-fetch-site": "cross-site" }],
    ["that the browser calls same-site", { "sec-fetch-site": "same-site" }],
    ["that says nothing of where it is from", { origin: undefined, "sec-fetch-site": undefined }],
  ];
  test.each(refusals)("%s is refused", async (_how, headers) => {
    const reply = await ask("/members", {
      method: "POST",
      body: "{}",
      ...(headers && { headers }),
    });
    await expectProblem(reply, 403);
    expect(gateway.seen).toHaveLength(0);
  });

  test.each([
    ["text/plain"],
    ["application/x-www-form-urlencoded"],
    ["multipart/form-data; boundary=x"],
    [undefined],
  ])("as %s is refused", async (type) => {
    const headers = { "content-type": type };
    const reply = await ask("/members", { method: "POST", body: "{}", headers });
    await expectProblem(reply, 415);
  });

  test("cannot look into the account through an embedded read either", async () => {
    const cookie = await signIn();
    const headers = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" };
    await expectProblem(await ask("/members/me", { cookie, headers }), 403);
  });
});
