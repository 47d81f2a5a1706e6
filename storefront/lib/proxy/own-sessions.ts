import { AuthenticationResponse } from "@jangteo/shared/passkeys";
import { z } from "zod";

import type { Refusal } from "../problem";
import { cookieFor, readCookie, setCookie } from "../session/cookies";
import type { Sessions } from "../session/sessions";
import type { TakeOver } from "../session/take-over";
import { readBody } from "./body";
import { unreachable } from "./forward";
import { browserHeaders, type Sent } from "./headers";

type Context = {
  sessions: Sessions;
  takeOver: TakeOver;
  publicOrigin: string;
  sent: Omit<Sent, "token">;
};
type Answer = Promise<Response | Refusal>;

const Login = z.strictObject({ email: z.string(), password: z.string() });
const Code = z.strictObject({ code: z.string() });
const Signed = z.strictObject({ response: AuthenticationResponse });
const Proof = z.union([
  z.strictObject({ password: z.string() }),
  Code,
  z.strictObject({ passkey: Signed.extend({ challenge_id: z.uuid() }) }),
  z.strictObject({}),
]);
const completion = /^\/sessions\/challenges\/([\w-]{1,64})\/completion$/;
const passkeyCompletion = /^\/sessions\/passkey-challenges\/([\w-]{1,64})\/completion$/;

export const notFound: Refusal = { status: 404, code: "not_found", title: "No such resource" };
const signedOut: Refusal = { status: 401, code: "unauthenticated", title: "Sign in first" };
const malformed: Refusal = {
  status: 400,
  code: "invalid",
  title: "The body does not hold what this takes",
};

const read = async <S extends z.ZodType>(request: Request, schema: S) => {
  const body = await readBody(request, 16_384);
  try {
    return schema.safeParse(JSON.parse(Buffer.from(body ?? []).toString("utf8"))).data;
  } catch {
    return undefined;
  }
};

const isSecure = ({ publicOrigin }: Context) => publicOrigin.startsWith("https:");

/** Where a login comes from, and the handle that it takes the place of. */
const origin = (request: Request, context: Context) => {
  const cookies = request.headers.get("cookie");
  const deviceToken = readCookie(cookies, "device", isSecure(context));
  return {
    from: {
      userAgent: (request.headers.get("user-agent") ?? "").slice(0, 512),
      ipAddress: context.sent.clientAddress,
      ...(deviceToken && { deviceToken }),
    },
    held: readCookie(cookies, "session", isSecure(context)),
    guest: readCookie(cookies, "guest", isSecure(context)),
  };
};

type Reply = Pick<Response, "status" | "text"> & { headers: Pick<Headers, "get"> };

const passOn = async (reply: Reply) =>
  new Response(await reply.text(), {
    status: reply.status,
    headers: browserHeaders(reply.headers, true),
  });

type Came = Awaited<ReturnType<Sessions["login" | "completePasskey"]>>;

const welcome = async (came: Came, guest: string | undefined, context: Context) => {
  if (came.kind === "refused") return passOn(came.reply);
  const headers = new Headers({ "cache-control": "private, no-store" });
  if (came.kind === "challenged") return Response.json(came.challenge, { status: 202, headers });
  const { handle, deviceToken, memberId, language, mustEnrol } = came;
  const keep = [
    cookieFor("session", handle, isSecure(context)),
    cookieFor("device", deviceToken, isSecure(context)),
  ];
  if (guest && (await context.takeOver.begin({ memberId, guest, handle })))
    keep.push(cookieFor("guest", "", isSecure(context)));
  for (const cookie of keep) headers.append("set-cookie", setCookie(cookie));
  const body = { memberId, language, mfa_enrolment_required: mustEnrol };
  return Response.json(body, { status: 201, headers });
};

const logIn = async (request: Request, context: Context): Answer => {
  const typed = await read(request, Login);
  if (!typed) return malformed;
  const { from, held, guest } = origin(request, context);
  return welcome(await context.sessions.login({ ...typed, ...from }, held), guest, context);
};

const complete = async (request: Request, challenge: string, context: Context): Answer => {
  const typed = await read(request, Code);
  if (!typed) return malformed;
  const { from, held, guest } = origin(request, context);
  const came = await context.sessions.complete(challenge, { ...typed, ...from }, held);
  return welcome(came, guest, context);
};

const challengePasskey = async ({ sessions }: Context): Answer =>
  Response.json(await sessions.challengePasskey(), {
    status: 201,
    headers: { "cache-control": "private, no-store" },
  });

const logInByPasskey = async (request: Request, challenge: string, context: Context): Answer => {
  const signed = await read(request, Signed);
  if (!signed) return malformed;
  const { from, held, guest } = origin(request, context);
  const came = await context.sessions.completePasskey(challenge, { ...signed, ...from }, held);
  return welcome(came, guest, context);
};

/** A fresh proof changes the handle; the token that carries it stays here. */
const stepUp = async (request: Request, context: Context): Answer => {
  const proof = await read(request, Proof);
  if (!proof) return malformed;
  const { held } = origin(request, context);
  const answer = held ? await context.sessions.stepUp(held, proof) : signedOut;
  if (!("kind" in answer)) return answer;
  if (answer.kind === "none") return signedOut;
  if (answer.kind === "refused") return passOn(answer.reply);
  if (answer.kind !== "proven") return unreachable;
  const cookie = setCookie(cookieFor("session", answer.handle, isSecure(context)));
  const headers = { "cache-control": "private, no-store", "set-cookie": cookie };
  return new Response(null, { status: 204, headers });
};

/** Headers of every answer that ends a session. */
export const goodbye = (secure: boolean) => ({
  "cache-control": "no-store",
  "clear-site-data": '"cache"',
  "set-cookie": setCookie(cookieFor("session", "", secure)),
});

const logOut = async (request: Request, context: Context): Answer => {
  const { held } = origin(request, context);
  if (held) await context.sessions.end(held);
  return new Response(null, { status: 204, headers: goodbye(isSecure(context)) });
};

const logOutEverywhere = async (request: Request, context: Context): Answer => {
  const { held } = origin(request, context);
  const { kind } = held ? await context.sessions.endAll(held) : ({ kind: "none" } as const);
  if (kind === "away") return unreachable;
  return new Response(null, { status: 204, headers: goodbye(isSecure(context)) });
};

/** What would hand a token to the browser, or ends its session; undefined for all else. */
export const answerSessions = async (
  request: Request,
  path: string,
  context: Context,
): Promise<Response | Refusal | undefined> => {
  const asks = `${request.method} ${path}`;
  const others = new URL(request.url).searchParams.has("except");
  try {
    if (asks === "POST /sessions") return await logIn(request, context);
    if (asks === "POST /sessions/passkey-challenges") return await challengePasskey(context);
    if (asks === "POST /sessions/current/step-ups") return await stepUp(request, context);
    if (asks === "DELETE /sessions/current") return await logOut(request, context);
    if (asks === "DELETE /sessions" && !others) return await logOutEverywhere(request, context);
    const [, challenge] = completion.exec(path) ?? [];
    if (challenge && request.method === "POST") return await complete(request, challenge, context);
    const [, asked] = passkeyCompletion.exec(path) ?? [];
    if (asked && request.method === "POST") return await logInByPasskey(request, asked, context);
    return request.method === "POST" ? notFound : undefined;
  } catch {
    return unreachable;
  }
};
