import { z } from "zod";

import type { Refusal } from "../problem";
import { cookieFor, readCookie, setCookie } from "../session/cookies";
import type { Sessions } from "../session/sessions";
import { readBody } from "./body";
import { unreachable } from "./forward";
import { browserHeaders, type Sent } from "./headers";

type Context = { sessions: Sessions; publicOrigin: string; sent: Omit<Sent, "token"> };

const Login = z.strictObject({ email: z.string(), password: z.string() });

export const notFound: Refusal = { status: 404, code: "not_found", title: "No such resource" };
const malformed: Refusal = {
  status: 400,
  code: "invalid",
  title: "The body must hold email and password",
};

const parse = (body: Uint8Array | null) => {
  try {
    return Login.safeParse(JSON.parse(Buffer.from(body ?? []).toString("utf8"))).data;
  } catch {
    return undefined;
  }
};

const logIn = async (request: Request, { sessions, publicOrigin, sent }: Context) => {
  const secure = publicOrigin.startsWith("https:");
  const body = await readBody(request, 4096);
  const typed = body === undefined ? undefined : parse(body);
  if (!typed) return malformed;
  const credentials = {
    ...typed,
    userAgent: (request.headers.get("user-agent") ?? "").slice(0, 512),
    ipAddress: sent.clientAddress,
  };
  const held = readCookie(request.headers.get("cookie"), "session", secure);
  const answer = await sessions.login(credentials, held);
  if (answer.kind === "refused") {
    const { status, headers } = answer.reply;
    return new Response(await answer.reply.text(), {
      status,
      headers: browserHeaders(headers, true),
    });
  }
  const { handle, memberId, language } = answer;
  return Response.json(
    { memberId, language },
    {
      status: 201,
      headers: {
        "cache-control": "private, no-store",
        "set-cookie": setCookie(cookieFor("session", handle, secure)),
      },
    },
  );
};

/** Headers of every answer that ends a session. */
export const goodbye = (secure: boolean) => ({
  "cache-control": "no-store",
  "clear-site-data": '"cache"',
  "set-cookie": setCookie(cookieFor("session", "", secure)),
});

const logOut = async (request: Request, { sessions, publicOrigin }: Context) => {
  const secure = publicOrigin.startsWith("https:");
  const handle = readCookie(request.headers.get("cookie"), "session", secure);
  if (handle) await sessions.end(handle);
  return new Response(null, { status: 204, headers: goodbye(secure) });
};

/** Login and logout, where a token would otherwise reach the browser; undefined for all else. */
export const answerSessions = async (
  request: Request,
  path: string,
  context: Context,
): Promise<Response | Refusal | undefined> => {
  try {
    const asks = `${request.method} ${path}`;
    if (asks === "POST /sessions") return await logIn(request, context);
    if (asks === "DELETE /sessions/current") return await logOut(request, context);
    return request.method === "POST" ? notFound : undefined;
  } catch {
    return unreachable;
  }
};
