import "server-only";
import { AuthenticationResponse } from "@jangteo/shared/passkeys";
import { z } from "zod";

import { asMember } from "../../lib/members";
import { seals, sessions } from "../../lib/server";
import { hidOf } from "../../lib/session/handle";
import type { Proof } from "../../lib/session/issuer";
import { keepCookie, type Visitor } from "../../lib/visitor";
import { type FormShape, isSecret, type Method, methods } from "./forms";
import { type Reply, readProblem } from "./problems";

type Shown =
  | { kind: "proven"; who: Visitor }
  | { kind: "refused"; method: Method; wrong: boolean }
  | { kind: "unknown passkey" }
  | { kind: "throttled"; reply: Reply }
  | { kind: "away" }
  | { kind: "signed out" };

const Signed = z.object({ challenge_id: z.uuid(), response: AuthenticationResponse });

const readPasskey = (form: FormData) => {
  const signed = form.get("passkey");
  if (typeof signed !== "string" || signed === "") return undefined;
  try {
    return Signed.safeParse(JSON.parse(signed)).data;
  } catch {
    return undefined;
  }
};

/** What a member typed, or a passkey signed, to show who they are, if the form holds that. */
export const readProof = (form: FormData) => {
  const method = methods.find((known) => known === form.get("method"));
  const typed = form.get("proof");
  if (!method || typeof typed !== "string") return undefined;
  const passkey = readPasskey(form);
  if (passkey) return { method, proof: { passkey } };
  const proof: Proof = typed === "" ? {} : { [method]: typed };
  return { method, proof };
};

/** Shows auth who the member is; this browser goes on under a new handle. */
export const showWhoIsThere = async (who: Visitor, proof: Proof): Promise<Shown> => {
  if (!who.handle) return { kind: "signed out" };
  const answer = await sessions()
    .stepUp(who.handle, proof)
    .catch(() => ({ kind: "away" }) as const);
  if (answer.kind === "none") return { kind: "signed out" };
  if (answer.kind === "proven") {
    await keepCookie("session", answer.handle);
    return { kind: "proven", who: { ...who, handle: answer.handle } };
  }
  if (answer.kind !== "refused") return { kind: "away" };
  const { reply } = answer;
  if (reply.status === 429) return { kind: "throttled", reply };
  const [error] = (await readProblem(reply)).errors ?? [];
  if (proof.passkey && reply.status === 400) return { kind: "unknown passkey" };
  const method = methods.find((known) => `/${known}` === error?.pointer);
  if (!method) return { kind: "away" };
  return { kind: "refused", method, wrong: error?.rule !== "required" };
};

const Kept = z.object({ until: z.number(), values: z.record(z.string(), z.string()) });
const life = 600_000;

/** The passwords of a form that waits, for the same browser and ten minutes: they are not asked twice. */
export const keepSecrets = (who: Visitor, shape: FormShape, values: Record<string, string>) => {
  const kept = Object.entries(values).filter(([field]) => isSecret(shape[field] ?? "line"));
  if (kept.length === 0) return "";
  const plain = { until: Date.now() + life, values: Object.fromEntries(kept) };
  return seals().form.seal(JSON.stringify(plain), hidOf(who.handle ?? ""));
};

export const openSecrets = (who: Visitor, form: FormData): Record<string, string> => {
  const sealed = form.get("kept");
  const plain =
    typeof sealed === "string" && sealed !== ""
      ? seals().form.open(sealed, hidOf(who.handle ?? ""))
      : undefined;
  const kept = plain === undefined ? undefined : Kept.safeParse(JSON.parse(plain)).data;
  return kept && kept.until > Date.now() ? kept.values : {};
};

/** Whether a passkey can be the proof; while that cannot be known, there are other ways. */
export const holdsPasskey = async (who: Visitor) => {
  const outcome = await asMember(who, (members) => members.me.passkeys.$get(), { reading: true });
  if (outcome.kind !== "reply" || outcome.reply.status !== 200) return false;
  return (await outcome.reply.json()).items.length > 0;
};

/** What to ask a member for before anything else, when a page already knows that it must. */
export const proofFirst = async (who: Visitor) => {
  const answer = await showWhoIsThere(who, {});
  if (answer.kind !== "refused") return undefined;
  return { method: answer.method, passkey: await holdsPasskey(who), kept: "" };
};
