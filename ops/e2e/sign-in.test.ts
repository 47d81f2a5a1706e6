import { expect, setDefaultTimeout, test } from "bun:test";

import postgres from "postgres";

import { eventually } from "../local/testing.ts";
import { codeAt, openServices, stepNow } from "./services.ts";

setDefaultTimeout(60_000);

const shop = await openServices();
const { auth, member, ask, login, complete, refresh } = shop;

const claimsOf = (token: unknown): Record<string, unknown> =>
  JSON.parse(Buffer.from(String(token).split(".")[1] ?? "", "base64url").toString());
const at = (path: string, token: unknown, method = "POST", body?: unknown) =>
  ask(path.startsWith("/v1/sessions") ? auth.url + path : member.url + path, {
    token: String(token),
    method,
    body,
  });

/** Enrols an authenticator app; returns the code that was used, the next, and the recovery codes. */
const enrol = async (token: unknown) => {
  const begun = await at("/v1/members/me/second-factor/enrolments", token);
  expect(begun.status).toBe(201);
  const secret = String(begun.body["secret"]);
  const step = stepNow();
  const [used, next] = [codeAt(secret, step), codeAt(secret, step + 1)];
  const confirmed = await at("/v1/members/me/second-factor/confirmations", token, "POST", {
    code: used,
  });
  expect(confirmed.status).toBe(200);
  return { used, next, recovery: confirmed.body["recoveryCodes"] as string[] };
};

test("a second factor guards the login and the sensitive acts, and an erased member is out at once", async () => {
  const mina = await shop.signUp();
  const first = await login(mina);
  expect(first.status).toBe(201);
  const { used, next, recovery } = await enrol(first.body["access_token"]);

  const challenge = await login(mina);
  expect(challenge.status).toBe(202);
  const id = challenge.body["challenge_id"];
  expect((await complete(id, used)).status).toBe(401);
  const signedIn = await complete(id, next);
  expect(signedIn.status).toBe(201);
  expect(claimsOf(signedIn.body["access_token"])).toMatchObject({ acr: "2", amr: ["pwd", "otp"] });

  const token = first.body["access_token"];
  const asked = await at("/v1/sessions/current/step-ups", token, "POST", {
    password: mina.password,
  });
  expect([asked.status, asked.body["code"]]).toEqual([400, "invalid"]);
  const stepped = await at("/v1/sessions/current/step-ups", token, "POST", { code: recovery[0] });
  expect(stepped.status).toBe(201);
  const again = await at("/v1/sessions/current/step-ups", token, "POST", { code: recovery[0] });
  expect(again.status).toBe(400);

  const erased = await at("/v1/members/me", stepped.body["access_token"], "DELETE");
  expect(erased.status).toBe(200);
  for (const session of [first, signedIn]) {
    await eventually(
      async () => (await at("/v1/sessions", session.body["access_token"], "GET")).status === 401,
    );
    expect((await refresh(session.body["refresh_token"])).status).toBe(400);
  }
  expect((await login(mina)).status).toBe(401);
});

test("a changed password and a global logout end every session of before", async () => {
  const mina = await shop.signUp();
  const [here, there] = [await login(mina), await login(mina)];
  const changed = await at("/v1/members/me/password-changes", here.body["access_token"], "POST", {
    currentPassword: mina.password,
    newPassword: "another moon jar of 1280",
  });
  expect(changed.status).toBe(204);
  await eventually(
    async () => (await at("/v1/sessions", there.body["access_token"], "GET")).status === 401,
  );
  const renewed = { ...mina, password: "another moon jar of 1280" };
  const [now, other] = [await login(renewed), await login(renewed)];
  expect((await at("/v1/sessions", now.body["access_token"], "DELETE")).status).toBe(204);
  expect((await refresh(other.body["refresh_token"])).status).toBe(400);
  const last = await login(renewed);
  expect((await refresh(last.body["refresh_token"])).status).toBe(200);
});

test("staff get their rights with a second factor, and the audit tells how they came in", async () => {
  const owner = await shop.signUp();
  const sql = postgres(shop.adminUrl, { max: 1 });
  await sql`update member.members set roles = ${["owner"]} where email = ${owner.email}`;
  await sql.end();
  const without = await login(owner);
  expect(without.body["mfa_enrolment_required"]).toBeTrue();
  expect((await at("/v1/audit-events", without.body["access_token"], "GET")).status).toBe(403);
  const { next } = await enrol(without.body["access_token"]);
  const stepped = await at("/v1/sessions/current/step-ups", without.body["access_token"], "POST", {
    code: next,
  });
  const token = stepped.body["access_token"];
  expect(claimsOf(token)).toMatchObject({ roles: ["owner"], acr: "2" });
  const actions = async () => {
    const { body } = await at(
      `/v1/audit-events?memberId=${String(claimsOf(token)["sub"])}`,
      token,
      "GET",
    );
    return JSON.stringify(body);
  };
  await eventually(async () => (await actions()).includes("auth.stepped_up"));
  expect(await actions()).toContain("auth.signed_in");
});
