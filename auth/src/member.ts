import { serviceFetch, type Api, type Fetch } from "@jangteo/shared/client";
import type { Clock } from "@jangteo/shared/clock";
import type { AuthenticationResponse } from "@jangteo/shared/passkeys";
import { AppError } from "@jangteo/shared/problem";
import { hc } from "hono/client";

import type { Tokens } from "./tokens.ts";

type MemberApi = Api<typeof import("@jangteo/member/contract")>;
type Options = { url: string; fetch?: Fetch | undefined; tokens: Tokens; clock: Clock };

/** The member service cannot be had, so nobody can prove who they are. */
export const awayFrom = (cause: string) =>
  new AppError("unavailable", "Signing in does not work right now", {
    cause: new Error(cause),
    headers: { "retry-after": "5" },
  });

const away = (status: number) => awayFrom(`The member service answered ${status}`);

const isAway = (error: unknown) => error instanceof AppError && error.code === "unavailable";

/** The answer, or that it cannot be had in time. */
export const unlessAway = async <T>(answer: Promise<T>) => {
  try {
    return await answer;
  } catch (error) {
    if (isAway(error)) return "away" as const;
    throw error;
  }
};

/** The member service, asked with a token of our own. */
export const createMember = ({ url, fetch, tokens, clock }: Options) => {
  const within = (deadline: number) =>
    hc<MemberApi>(url, {
      fetch: serviceFetch(deadline, fetch),
      headers: async () => ({ authorization: `Bearer ${await tokens.service("member")}` }),
    }).internal;
  const patient = within(1000);
  const hasty = within(300);

  const askEpoch = async (id: string) => {
    const reply = await hasty.members[":id"]["session-epoch"].$get({ param: { id } });
    if (reply.status === 404) return "gone" as const;
    if (reply.status !== 200) throw away(reply.status);
    return { ...(await reply.json()), checkedAt: clock().getTime() };
  };
  const asked = new Map<string, ReturnType<typeof askEpoch>>();

  return {
    /** Whose credential it is; undefined when it is wrong, or nobody's. */
    verify: async (json: { email: string; password: string }) => {
      const reply = await patient.credentials.verifications.$post({ json });
      if (reply.status === 404 || reply.status === 400) return undefined;
      if (reply.status !== 200) throw away(reply.status);
      return reply.json();
    },
    /** Whether it is the member's password; undefined when it is not. */
    verifyPassword: async (id: string, password: string) => {
      const reply = await patient.members[":id"]["password-verifications"].$post({
        param: { id },
        json: { password },
      });
      if (reply.status === 404 || reply.status === 400) return undefined;
      if (reply.status !== 204) throw away(reply.status);
      return true;
    },
    /** What kind of code it is; undefined when it is wrong, or was used before. */
    verifyCode: async (id: string, code: string) => {
      const reply = await patient.members[":id"]["second-factor"].verifications.$post({
        param: { id },
        json: { code },
      });
      if (reply.status === 404 || reply.status === 400) return undefined;
      if (reply.status !== 200) throw away(reply.status);
      return (await reply.json()).method;
    },
    /** What a browser asks a passkey to sign. */
    passkeyChallenge: async () => {
      const reply = await patient.passkeys.challenges.$post();
      if (reply.status !== 200) throw away(reply.status);
      return reply.json();
    },
    /** Whose passkey signed it; undefined when nobody's did, or too late. */
    verifyPasskey: async (json: { challengeId: string; response: AuthenticationResponse }) => {
      const reply = await patient.passkeys.verifications.$post({ json });
      if (reply.status === 404 || reply.status === 400) return undefined;
      if (reply.status !== 200) throw away(reply.status);
      return reply.json();
    },
    /** Ends every session of the member for good; of somebody erased there is none. */
    bumpEpoch: async (id: string) => {
      const reply = await patient.members[":id"]["session-epoch"].$post({ param: { id } });
      if (reply.status !== 200 && reply.status !== 404) throw away(reply.status);
    },
    /** What an API client may do that holds this secret; undefined when none does. */
    verifyClient: async (clientId: string, secretHash: string) => {
      const reply = await patient["client-verifications"].$post({ json: { clientId, secretHash } });
      if (reply.status === 404 || reply.status === 400) return undefined;
      if (reply.status !== 200) throw away(reply.status);
      return (await reply.json()).scopes;
    },
    /** The member's epoch; `away` when it cannot be had in time. Asked once for many at a time. */
    epoch: async (id: string) => {
      const answer = asked.get(id) ?? askEpoch(id).finally(() => asked.delete(id));
      asked.set(id, answer);
      return unlessAway(answer);
    },
  };
};
export type Member = ReturnType<typeof createMember>;
