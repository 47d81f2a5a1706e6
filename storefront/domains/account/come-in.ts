import "server-only";
import { sessions } from "../../lib/server";
import { keepCookie, type Visitor } from "../../lib/visitor";

/** Exchanges a password for a session of this browser under a new handle, or tells why not. */
export const comeIn = async (
  credentials: { email: string; password: string },
  { ipAddress, userAgent, handle }: Visitor,
) => {
  try {
    const answer = await sessions().login({ ...credentials, ipAddress, userAgent }, handle);
    if (answer.kind === "refused") return { kind: "reply", reply: answer.reply } as const;
    await keepCookie("session", answer.handle);
    return answer.handle;
  } catch {
    return { kind: "away" } as const;
  }
};
