import { expect, test } from "bun:test";

import { decodeJwt } from "jose";

import {
  asHelpdesk,
  asWarehouse,
  bearer,
  failureOf,
  read,
  testAuth,
  type Tokens,
} from "./testing.ts";

const { app, form, enrol, signedIn, verified, json, stepUp, pass } = await testAuth();
const accessToken = "urn:ietf:params:oauth:token-type:access_token";

const exchanged = (subject_token: string, more: Record<string, string> = {}, as = asHelpdesk) =>
  form(
    "/v1/oauth/token",
    {
      grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
      subject_token,
      subject_token_type: accessToken,
      ...more,
    },
    as,
  );
const refused = async (reply: Response, error: string) =>
  expect(await failureOf(reply)).toMatchObject({ status: 400, error });

test("a client acts for a shopper with what both may do, and is named as who acts", async () => {
  const mina = enrol();
  const { access_token } = await signedIn(mina);
  pass(200_000);
  const reply = await exchanged(access_token);
  expect(reply.status).toBe(200);
  const token = await read<Tokens & Record<string, unknown>>(reply);
  expect(token).toMatchObject({ scope: "cart", issued_token_type: accessToken });
  expect(token.refresh_token).toBeUndefined();
  const [own, given] = [decodeJwt(access_token), decodeJwt(token.access_token)];
  expect(given).toMatchObject({
    sub: mina.memberId,
    sid: own["sid"],
    client_id: "helpdesk",
    act: { sub: "helpdesk" },
    roles: [],
    auth_time: 0,
    acr: "0",
  });
  expect(given.exp).toBe(own.exp ?? 0);
  const shown = await form("/v1/oauth/introspect", { token: token.access_token }, asHelpdesk);
  expect(await read<unknown>(shown)).toMatchObject({ active: true, act: { sub: "helpdesk" } });
});

test("a delegated token opens no account, steps nothing up, and cannot be exchanged again", async () => {
  const mina = enrol();
  const { access_token } = await signedIn(mina);
  const { access_token: given } = await read<Tokens>(exchanged(access_token));
  const seen = await app.request("/v1/sessions", { headers: bearer(given) });
  expect(seen.status).toBe(403);
  expect((await stepUp(given, { password: mina.password })).status).toBe(403);
  await refused(await exchanged(given), "invalid_request");
  const headers = bearer(access_token);
  await app.request("/v1/sessions/current", { method: "DELETE", headers });
  const shown = await form("/v1/oauth/introspect", { token: given }, asHelpdesk);
  expect(await read<unknown>(shown)).toEqual({ active: false });
  await refused(await exchanged(access_token), "invalid_request");
});

test("staff lend a client only what it is registered for", async () => {
  const { access_token } = await verified(enrol(["owner"], "271828"));
  const { scope } = await read<Tokens>(exchanged(access_token));
  expect(scope).toBe("cart orders:write");
  const less = await read<Tokens>(exchanged(access_token, { scope: "orders:write" }));
  expect(less.scope).toBe("orders:write");
  await refused(await exchanged(access_token, { scope: "refunds:write" }), "invalid_scope");
  await refused(await exchanged(access_token, { scope: " " }), "invalid_scope");
});

test("anything but a live access token and a client registered for it is refused", async () => {
  const tokens = await signedIn(enrol());
  await refused(await exchanged(tokens.access_token, {}, asWarehouse), "unauthorized_client");
  for (const subject of ["x", tokens.refresh_token])
    await refused(await exchanged(subject), "invalid_request");
  for (const more of [
    { subject_token_type: "urn:ietf:params:oauth:token-type:jwt" },
    { requested_token_type: "urn:ietf:params:oauth:token-type:refresh_token" },
    { actor_token: tokens.access_token },
  ])
    await refused(await exchanged(tokens.access_token, more), "invalid_request");
  const guest = await read<Tokens>(json("/v1/guest-tokens", { guestId: crypto.randomUUID() }));
  expect((await read<Tokens>(exchanged(guest.access_token))).scope).toBe("cart");
  pass(301_000);
  await refused(await exchanged(tokens.access_token), "invalid_request");
});
