import "server-only";
import { tracedFetch } from "@jangteo/shared/client";

import { env } from "./env";
import { told } from "./members";
import { isSameOrigin } from "./origins";
import { problemResponse, type Refusal } from "./problem";
import { sessions } from "./server";
import { asStaff, type Staff } from "./staff";
import { traceOf } from "./trace";
import { type Visitor, visitor } from "./visitor";

/** A large import takes minutes; a gateway gives up on silence long before. */
const longest = 30 * 60_000;

const forbidden: Refusal = { status: 403, code: "forbidden", title: "This is for staff" };
const foreign: Refusal = {
  status: 403,
  code: "forbidden",
  title: "The request came from elsewhere",
};

export const seeOther = (path: string) =>
  new Response(null, {
    status: 303,
    headers: { location: path, "cache-control": "private, no-store" },
  });

type Admitted = { who: Visitor; token: string };
/** What whoever may do this is permitted to read. */
type Ask = (staff: Staff) => Promise<{ ok: boolean; status: number; headers: Headers }>;

/**
 * Who may send or fetch files: checked, and their token renewed, before a byte of the file is read,
 * because a body that streams cannot be sent twice. Otherwise the answer to give.
 */
export const admit = async (
  request: Request,
  login: string,
  ask: Ask = (staff) => staff.catalogue.figures.$get(),
): Promise<Admitted | { refusal: Response }> => {
  const refuse = (refusal: Refusal) => ({
    refusal: problemResponse(refusal, traceOf(request.headers)),
  });
  const reads = request.method === "GET";
  const site = request.headers.get("sec-fetch-site");
  const isOwn = reads
    ? site === null || site === "same-origin" || site === "none"
    : isSameOrigin(request.headers, env.publicOrigin);
  if (!isOwn) return refuse(foreign);
  const who = await visitor();
  const checked = await asStaff(who, ask, { reading: true });
  if (checked.kind === "signed out") return { refusal: seeOther(login) };
  const away = { status: 503, code: "unavailable", title: "Try again in a moment" } as const;
  if (checked.kind !== "reply" || who.handle === undefined) return refuse(away);
  if (!checked.reply.ok) return refuse(forbidden);
  const held = await sessions().bearer(who.handle);
  if (held.kind === "away") return refuse(away);
  return held.kind === "live" ? { who, token: held.token } : { refusal: seeOther(login) };
};

type File = { type: string; body: ReadableStream<Uint8Array> };

/** Passes a file on to the API as it comes, or fetches one; undefined while the API is away. */
export const exchangeFile = async ({ who, token }: Admitted, path: string, file?: File) => {
  const streamed = file && { method: "POST", body: file.body, duplex: "half" as const };
  try {
    return await tracedFetch()(new URL(path, env.gatewayUrl), {
      ...streamed,
      headers: { ...told(who, token), ...(file && { "content-type": file.type }) },
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(longest),
    });
  } catch {
    return undefined;
  }
};

/** Reads what is left of a body and forgets it: a browser listens only once it has sent everything. */
export const drain = async (body: ReadableStream<Uint8Array> | null) => {
  // A body that is cut off has nobody who listens.
  await body?.pipeTo(new WritableStream()).catch(() => undefined);
};
