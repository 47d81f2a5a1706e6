import { createRoute, z } from "@hono/zod-openapi";
import { body, client, json } from "@jangteo/shared/contract";
import { AuthenticationResponse, RequestOptions } from "@jangteo/shared/passkeys";
import { forbidden, unauthenticated, unavailable } from "@jangteo/shared/problem";

import { from, loginFailures, SignedIn } from "./sessions.ts";

const tags = ["sessions"];

/** What the browser asks a passkey to sign, for a login or a step-up; once. */
export const PasskeyChallenge = z
  .object({ challenge_id: z.uuid(), options: RequestOptions })
  .openapi("PasskeyChallenge");

export const createPasskeyChallenge = createRoute({
  method: "post",
  path: "/v1/sessions/passkey-challenges",
  tags,
  security: client,
  summary: "First-party login with a passkey: what it has to sign, within five minutes",
  responses: {
    201: json(PasskeyChallenge, "The challenge"),
    ...unauthenticated,
    ...forbidden,
    ...unavailable,
  },
});

export const completePasskeyChallenge = createRoute({
  method: "post",
  path: "/v1/sessions/passkey-challenges/{id}/completion",
  tags,
  security: client,
  summary: "First-party login with a passkey: exchanges what it signed for a session",
  request: {
    params: z.object({ id: z.uuid() }),
    body: body(
      z
        .strictObject({ response: AuthenticationResponse, ...from })
        .openapi("PasskeyChallengeCompletion"),
    ),
  },
  responses: { 201: json(SignedIn, "Signed in"), ...loginFailures },
});
