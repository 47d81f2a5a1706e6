import type { Fetch } from "@jangteo/shared/client";
import { traceparent } from "@jangteo/shared/trace";

import { refusesToken } from "../bearer-challenge";
import { problemResponse, type Refusal } from "../problem";
import { cookieFor, readCookie, setCookie } from "../session/cookies";
import type { Guests } from "../session/guests";
import type { Bearer } from "../session/renewal";
import type { Sessions } from "../session/sessions";
import type { TakeOver } from "../session/take-over";
import { traceOf } from "../trace";
import { readBody } from "./body";
import { refuseForgery } from "./forgery";
import { relay, send, unreachable } from "./forward";
import type { Sent } from "./headers";
import { answerSessions, notFound } from "./own-sessions";
import { type Route, routeOf } from "./routes";

export type ProxyOptions = {
  sessions: Sessions;
  guests: Guests;
  takeOver: TakeOver;
  gatewayUrl: string;
  authUrl: string;
  publicOrigin: string;
  fetch?: Fetch;
};

const signedOut: Refusal = { status: 401, code: "unauthenticated", title: "Sign in first" };
const tooLarge: Refusal = { status: 413, code: "too_large", title: "The body is too large" };
const strange: Refusal = { status: 400, code: "invalid", title: "The path is malformed" };

const wrongMethod = ({ methods }: Route): Refusal => ({
  status: 405,
  code: "method_not_allowed",
  title: "The method is not allowed here",
  headers: { allow: methods.join(", ") },
});

const plainPath = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)+$/;

/** The upstream address of a path below `/api`, or undefined if it would leave `/v1`. */
export const upstreamUrl = (origin: string, path: string, search: string) => {
  if (!plainPath.test(path)) return undefined;
  const url = new URL(`/v1${path}`, origin);
  url.search = search;
  return url.origin === new URL(origin).origin && url.pathname === `/v1${path}` ? url : undefined;
};

const isRefusal = (value: Response | Refusal): value is Refusal => !(value instanceof Response);

/** Answers `/api/*`: the cookie of the browser becomes the bearer token of the upstream. */
export const createProxy = (options: ProxyOptions) => {
  const {
    sessions,
    guests,
    takeOver,
    gatewayUrl,
    authUrl,
    publicOrigin,
    fetch: call = fetch,
  } = options;
  const origins = { gateway: gatewayUrl, auth: authUrl };
  const secure = publicOrigin.startsWith("https:");

  const forward = async (request: Request, route: Route, url: URL, sent: Omit<Sent, "token">) => {
    const cookies = request.headers.get("cookie");
    const handle = route.as === "anyone" ? undefined : readCookie(cookies, "session", secure);
    const known = readCookie(cookies, "guest", secure);
    const reading = request.method === "GET" || request.method === "HEAD";
    // Only a write makes somebody a guest.
    const fresh = reading ? undefined : guests.ofVisit(request.headers.get("x-visit"));
    const guest = route.as === "guest" ? (known ?? fresh) : undefined;
    const acted = { asGuest: false };

    const bearer = async (rejected?: string): Promise<Bearer> => {
      const member = handle ? await sessions.bearer(handle, { rejected, reading }) : undefined;
      if (member?.kind === "live" && route.takesOver)
        await takeOver.settle(route.takesOver, member.token);
      if (member && (member.kind !== "none" || guest === undefined)) return member;
      if (guest === undefined) return { kind: "none" };
      acted.asGuest = true;
      return guests.bearer(guest, rejected);
    };

    const body = await readBody(request, route.limit);
    if (body === undefined) return tooLarge;
    const { method, headers, signal } = request;
    const exchange = { url, method, headers, body, deadline: route.deadline, signal, fetch: call };
    if (route.as === "anyone") {
      const reply = await send(exchange, sent);
      return isRefusal(reply) ? reply : relay(reply, url, false);
    }

    const attempt = async (rejected?: string): Promise<Response | Refusal> => {
      const held = await bearer(rejected);
      if (held.kind === "none") return signedOut;
      if (held.kind === "away") return unreachable;
      const reply = await send(exchange, { ...sent, token: held.token });
      if (isRefusal(reply) || !refusesToken(reply) || rejected !== undefined) return reply;
      await reply.body?.cancel();
      return attempt(held.token);
    };
    const reply = await attempt();
    const answer = isRefusal(reply) ? reply : relay(reply, url, true);
    if (!isRefusal(answer) && acted.asGuest && guest !== undefined && guest !== known)
      answer.headers.append("set-cookie", setCookie(cookieFor("guest", guest, secure)));
    return answer;
  };

  const answer = async (request: Request, path: string, sent: Omit<Sent, "token">) => {
    const method = request.method === "HEAD" ? "GET" : request.method;
    const route = routeOf(path, method);
    if (!route) return notFound;
    if (!route.methods.some((allowed) => allowed === method)) return wrongMethod(route);
    const signedIn = readCookie(request.headers.get("cookie"), "session", secure) !== undefined;
    const forged = refuseForgery(request, { publicOrigin, signedIn });
    if (forged) return forged;
    const own =
      route.upstream === "auth" &&
      (await answerSessions(request, path, { sessions, takeOver, publicOrigin, sent }));
    if (own) return own;
    const url = upstreamUrl(origins[route.upstream], path, new URL(request.url).search);
    return url ? forward(request, route, url, sent) : strange;
  };

  return async (request: Request): Promise<Response> => {
    const trace = traceOf(request.headers);
    const clientAddress = request.headers.get("x-forwarded-for") ?? "127.0.0.1";
    const { requestId } = trace;
    const sent = { requestId, traceparent: traceparent(trace), clientAddress, publicOrigin };
    const path = new URL(request.url).pathname.slice("/api".length);
    const reply = await answer(request, path, sent);
    return isRefusal(reply) ? problemResponse(reply, trace) : reply;
  };
};
