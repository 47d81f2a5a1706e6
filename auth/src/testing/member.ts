import * as memberContract from "@jangteo/member/contract";
import type { TokenRules } from "@jangteo/shared/auth";
import { createLog } from "@jangteo/shared/log";
import { AppError } from "@jangteo/shared/problem";
import { protect } from "@jangteo/shared/protect";
import { createService } from "@jangteo/shared/service";

/** One person, as the member service knows her. */
export const person = (roles: string[] = [], code?: string) => ({
  memberId: crypto.randomUUID(),
  email: `mina-${crypto.randomUUID()}@example.com`,
  password: "correct horse",
  epoch: 1,
  roles,
  /** What the app shows now; undefined without a second factor. */
  code,
  /** What her passkey would sign; undefined without one. */
  passkey: undefined as string | undefined,
  recoveryCodes: ["apple-river-7", "stone-cloud-3"],
});
export type Person = ReturnType<typeof person>;

/** An API client that staff registered there. */
export type Registered = { id: string; secretHash: string; scopes: string[] };

/** Stands in for the member service where the network would be; it checks the service tokens. */
export const memberService = (
  people: Map<string, Person>,
  registered: Registered[],
  rules: TokenRules,
) => {
  const app = createService({
    name: "member",
    description: "",
    log: createLog("member", () => {}),
  });
  protect(app, "member", memberContract, { ...rules, isEnded: async () => false });
  const answered = new Set<string>();
  const known = (id: string) => {
    const found = people.get(id);
    if (!found) throw new AppError("not_found", "Nobody");
    return found;
  };
  const standingOf = ({ epoch, roles, code, passkey }: Person) => ({
    epoch,
    roles,
    secondFactor: code !== undefined,
    passkey: passkey !== undefined,
  });
  return app
    .openapi(memberContract.verifyCredential, (c) => {
      const { email, password } = c.req.valid("json");
      const found = [...people.values()].find((one) => one.email === email);
      if (found?.password !== password) throw new AppError("not_found", "Wrong");
      return c.json(
        { ...standingOf(found), memberId: found.memberId, language: "ko" as const },
        200,
      );
    })
    .openapi(memberContract.getSessionEpoch, (c) => {
      return c.json(standingOf(known(c.req.valid("param").id)), 200);
    })
    .openapi(memberContract.bumpSessionEpoch, (c) => {
      const one = known(c.req.valid("param").id);
      one.epoch += 1;
      return c.json(standingOf(one), 200);
    })
    .openapi(memberContract.verifyPassword, (c) => {
      const { password } = known(c.req.valid("param").id);
      if (password !== c.req.valid("json").password) throw new AppError("not_found", "Wrong");
      return c.body(null, 204);
    })
    .openapi(memberContract.verifyClient, (c) => {
      const { clientId, secretHash } = c.req.valid("json");
      const found = registered.find((one) => one.id === clientId && one.secretHash === secretHash);
      if (!found) throw new AppError("not_found", "Wrong");
      return c.json({ clientId, scopes: found.scopes }, 200);
    })
    .openapi(memberContract.createPasskeyChallenge, (c) => {
      const challengeId = crypto.randomUUID();
      return c.json({ challengeId, options: { challenge: challengeId } }, 200);
    })
    .openapi(memberContract.verifyPasskey, (c) => {
      const { challengeId, response } = c.req.valid("json");
      const { signature } = response.response;
      const one = [...people.values()].find(({ passkey }) => passkey === signature);
      if (!one || answered.has(challengeId)) throw new AppError("not_found", "Wrong");
      answered.add(challengeId);
      const { memberId, email } = one;
      return c.json({ ...standingOf(one), memberId, email, language: "ko" as const }, 200);
    })
    .openapi(memberContract.verifySecondFactor, (c) => {
      const one = known(c.req.valid("param").id);
      const { code } = c.req.valid("json");
      if (one.code === code) return c.json({ method: "totp" as const }, 200);
      if (!one.recoveryCodes.includes(code)) throw new AppError("not_found", "Wrong");
      one.recoveryCodes = one.recoveryCodes.filter((other) => other !== code);
      return c.json({ method: "recovery_code" as const }, 200);
    });
};
