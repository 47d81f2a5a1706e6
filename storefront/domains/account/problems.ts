import "server-only";
import { Problem } from "@jangteo/shared/problem";
import type { getTranslations } from "next-intl/server";

import type { FormNotice, FormShape } from "./forms";

export type Reply = Pick<Response, "ok" | "status" | "json"> & { headers: Pick<Headers, "get"> };
export type Words = Awaited<ReturnType<typeof getTranslations<"forms">>>;
export type Meaning = Partial<
  Record<
    number,
    | "wrongCredentials"
    | "passkeyRefused"
    | "passkeyUnwelcome"
    | "spentLink"
    | "gone"
    | "lastOwner"
    | "staffKeep"
    | "enrolmentOver"
    | "noSuchOrder"
    | "tooLate"
    | "nothingChosen"
    | "notReceived"
    | "clientTaken"
    | "nothingPermitted"
    | "tooManySecrets"
    | "changedMeanwhile"
  >
>;

const Refusal = Problem.partial();
type Refusal = ReturnType<typeof Refusal.parse>;

export const readProblem = async (reply: Reply): Promise<Refusal> => {
  try {
    return Refusal.parse(await reply.json());
  } catch {
    return {};
  }
};

const ruleWithWords = ["wrong", "common", "context", "unchanged"] as const;
const knownRule = (rule: string) => ruleWithWords.find((known) => known === rule);

/** The refusals of single fields, in the words that the form itself uses. */
export const fieldErrors = (problem: Refusal, shape: FormShape, t: Words) =>
  Object.fromEntries(
    (problem.errors ?? []).flatMap(({ pointer, rule }) => {
      const field = pointer.slice(1);
      const kind = shape[field];
      if (kind === undefined) return [];
      const known = kind === "code" && rule === "wrong" ? "wrongCode" : knownRule(rule);
      return [[field, known ? t(`rules.${known}`) : t(`errors.${kind}`)]];
    }),
  );

export const noticeOf = (reply: Reply, t: Words, meaning: Meaning = {}): FormNotice => {
  const special = meaning[reply.status];
  if (special) return { tone: "danger", text: t(special) };
  if (reply.status === 429) {
    const wait = Number(reply.headers.get("retry-after")) || 60;
    return { tone: "warn", text: t("throttled", { wait: "%s" }), wait };
  }
  if (reply.status === 409) return { tone: "warn", text: t("inFlight") };
  return { tone: "danger", text: t(reply.status < 500 ? "refused" : "away") };
};
