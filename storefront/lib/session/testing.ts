import { afterAll } from "bun:test";

type Answer = () => Response | Promise<Response>;

let serial = 0;
const next = () => `token-${(serial += 1)}`;

/** What auth hands out; every call is a new pair. */
const tokenSet = (over: Record<string, unknown> = {}) => ({
  access_token: next(),
  token_type: "Bearer",
  expires_in: 300,
  scope: "member",
  refresh_token: next(),
  refresh_expires_in: 1_209_600,
  ...over,
});

const memberId = "01990f4e-8c1e-7aa3-9f7e-0d9a3f0c2b11";

export const passkeyId = "01990f4e-8c1e-7aa3-9f7e-0d9a3f0c2b12";
export const challengeId = "a-challenge-of-this-test";
const deviceToken = `d1.${"a".repeat(22)}.ef5~${"b".repeat(22)}`;

export const signedIn = () =>
  Response.json(
    {
      ...tokenSet(),
      memberId,
      language: "ko",
      device_token: deviceToken,
      mfa_enrolment_required: false,
    },
    { status: 201 },
  );
export const challenged = () =>
  Response.json(
    { challenge_id: challengeId, methods: ["totp", "recovery_code"], expires_in: 300 },
    { status: 202 },
  );
/** A refusal that names a field, as a service would write it. */
export const refusedField =
  (field: string, rule: string, status = 400) =>
  () =>
    Response.json(
      {
        type: "about:blank",
        title: "No",
        status,
        code: "invalid",
        requestId: "r",
        traceId: "t",
        errors: [{ in: "body", pointer: `/${field}`, rule, detail: "No" }],
      },
      { status },
    );

export const granted = (over?: Record<string, unknown>) => () => Response.json(tokenSet(over));
export const refused = () =>
  Response.json({ error: "invalid_grant", error_description: "over" }, { status: 400 });
export const broken = () => new Response("down", { status: 500 });

/** An auth that can be told how to answer a refresh, to stand where the real one would rarely go. */
export const standInAuth = () => {
  const state = {
    refresh: granted() as Answer,
    login: signedIn as Answer,
    passkey: signedIn as Answer,
    stepUp: () => Response.json(tokenSet(), { status: 201 }),
    refreshes: [] as string[],
    /** What was sent where, but for refreshes. */
    seen: [] as { asks: string; body: unknown }[],
    /** The trace of every request. */
    traces: [] as string[],
    ended: 0,
    guests: 0,
  };
  const answer = async (request: Request): Promise<Response> => {
    state.traces.push(request.headers.get("traceparent")?.split("-")[1] ?? "");
    const asks = `${request.method} ${new URL(request.url).pathname}`;
    if (request.headers.get("content-type") === "application/json")
      state.seen.push({ asks, body: await request.json() });
    if (asks === "POST /v1/sessions") return state.login();
    if (asks === `POST /v1/sessions/challenges/${challengeId}/completion`) return signedIn();
    if (asks === "POST /v1/sessions/passkey-challenges")
      return Response.json(
        { challenge_id: passkeyId, options: { challenge: "AA" } },
        { status: 201 },
      );
    if (asks === `POST /v1/sessions/passkey-challenges/${passkeyId}/completion`)
      return state.passkey();
    if (asks === "POST /v1/sessions/current/step-ups") return state.stepUp();
    if (asks === "POST /v1/guest-tokens") {
      state.guests += 1;
      return Response.json(tokenSet({ expires_in: 900 }), { status: 201 });
    }
    if (asks === "DELETE /v1/sessions/current" || asks === "DELETE /v1/sessions") {
      state.ended += 1;
      return new Response(null, { status: 204 });
    }
    if (asks === "POST /v1/oauth/token") {
      state.refreshes.push(new URLSearchParams(await request.text()).get("refresh_token") ?? "");
      return state.refresh();
    }
    return new Response(null, { status: 404 });
  };
  const server = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: answer });
  afterAll(() => server.stop(true));
  return { url: `http://127.0.0.1:${server.port}`, state };
};
