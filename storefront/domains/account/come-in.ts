import "server-only";
import type { Outcome } from "../../lib/members";
import { sessions } from "../../lib/server";
import { keepCookie, type Visitor } from "../../lib/visitor";

type Refused = Extract<
  Awaited<ReturnType<ReturnType<typeof sessions>["login"]>>,
  { kind: "refused" }
>["reply"];

/** Exchanges a password for a session of this browser, under a new handle. */
export const comeIn = async (
  credentials: { email: string; password: string },
  { ipAddress, userAgent, handle }: Visitor,
): Promise<Outcome<Response | Refused>> => {
  try {
    const answer = await sessions().login({ ...credentials, ipAddress, userAgent }, handle);
    if (answer.kind === "refused") return { kind: "reply", reply: answer.reply };
    await keepCookie("session", answer.handle);
    return { kind: "reply", reply: new Response(null, { status: 204 }) };
  } catch {
    return { kind: "away" };
  }
};
