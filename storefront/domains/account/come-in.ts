import "server-only";
import { sessions, takeOver } from "../../lib/server";
import type { Sessions } from "../../lib/session/sessions";
import { keepCookie, type Visitor } from "../../lib/visitor";

type Came = Awaited<ReturnType<Sessions["login"]>>;
type Way = { locale: string; to: string };

const from = ({ ipAddress, userAgent, device }: Visitor) => ({
  ipAddress,
  userAgent,
  ...(device && { deviceToken: device }),
});

/** Keeps what a login brought, and tells where it leads: to the code, to an enrolment, or on. */
const arrive = async (asked: Promise<Came>, { guest }: Visitor, { locale, to }: Way) => {
  const came = await asked.catch(() => ({ kind: "away" }) as const);
  if (came.kind === "away") return came;
  if (came.kind === "refused") return { kind: "reply", reply: came.reply } as const;
  if (came.kind === "challenged") {
    await keepCookie("challenge", came.challenge.challenge_id);
    const code = `/${locale}/login/code?next=${encodeURIComponent(to)}`;
    return { kind: "go", to: code, handle: undefined } as const;
  }
  await keepCookie("session", came.handle);
  await keepCookie("device", came.deviceToken);
  const { memberId, handle } = came;
  if (guest && (await takeOver().begin({ memberId, guest, handle }))) await keepCookie("guest", "");
  const first = came.mustEnrol ? `/${locale}/account/security/second-factor` : to;
  return { kind: "go", to: first, handle: came.handle } as const;
};

/** Exchanges a password for a session of this browser under a new handle, or tells why not. */
export const comeIn = (typed: { email: string; password: string }, who: Visitor, way: Way) =>
  arrive(sessions().login({ ...typed, ...from(who) }, who.handle), who, way);

const tooLate = ({ locale }: Way) => ({ kind: "go", to: `/${locale}/login?expired=1` }) as const;

/** The second step, when the password alone does not suffice. */
export const comeInByCode = async (code: string, who: Visitor, way: Way) => {
  if (who.challenge === undefined) return tooLate(way);
  const answer = await arrive(
    sessions().complete(who.challenge, { code, ...from(who) }, who.handle),
    who,
    way,
  );
  const isOver = answer.kind === "reply" && answer.reply.status === 404;
  if (isOver || answer.kind === "go") await keepCookie("challenge", "");
  return isOver ? tooLate(way) : answer;
};
