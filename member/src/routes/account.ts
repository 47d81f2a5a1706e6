import * as contract from "../contract.ts";
import * as credentials from "../credentials.ts";
import * as emailChanges from "../email-changes.ts";
import * as members from "../members.ts";
import { requireUncommon } from "../password-policy.ts";
import * as signUps from "../sign-ups.ts";
import type { App, Parts } from "./parts.ts";

export const accountRoutes = (app: App, parts: Parts) => {
  const { db, passwords, tokens, clock, once, onceAfter } = parts;
  return app
    .openapi(contract.signUp, (c) => {
      const { password, ...wanted } = c.req.valid("json");
      return onceAfter(
        c,
        async () => {
          await requireUncommon("/password", password, wanted);
          return passwords.hash(password);
        },
        async (tx, passwordHash) => {
          await signUps.requestSignUp(tx, tokens, { ...wanted, passwordHash }, clock());
          return c.body(null, 202);
        },
      );
    })
    .openapi(contract.verifyEmail, async (c) =>
      c.json(await signUps.completeSignUp(db, c.req.valid("json").token, clock()), 200),
    )
    .openapi(contract.forgetPassword, (c) =>
      once(c, async (tx) => {
        const { email } = c.req.valid("json");
        await credentials.requestPasswordReset(tx, tokens, email, clock());
        return c.body(null, 202);
      }),
    )
    .openapi(contract.resetPassword, async (c) => {
      await credentials.resetPassword(db, passwords, c.req.valid("json"), clock());
      return c.body(null, 204);
    })
    .openapi(contract.getMe, async (c) => {
      const member = await members.findMember(db, c.var.identity.sub);
      return c.json(contract.Member.parse(members.toMember(member)), 200);
    })
    .openapi(contract.changeMe, (c) =>
      once(c, async (tx) => {
        const member = await members.changeMember(tx, c.var.identity.sub, c.req.valid("json"));
        return c.json(contract.Member.parse(members.toMember(member)), 200);
      }),
    )
    .openapi(contract.changePassword, (c) => {
      const { sub } = c.var.identity;
      return onceAfter(
        c,
        () => credentials.preparePasswordChange(db, passwords, sub, c.req.valid("json")),
        async (tx, hashes) => {
          await credentials.changePassword(tx, sub, hashes, clock());
          return c.body(null, 204);
        },
      );
    })
    .openapi(contract.requestEmailChange, (c) =>
      once(c, async (tx) => {
        const { email } = c.req.valid("json");
        await emailChanges.requestEmailChange(tx, tokens, c.var.identity.sub, email, clock());
        return c.body(null, 202);
      }),
    )
    .openapi(contract.completeEmailChange, async (c) => {
      const { token } = c.req.valid("json");
      return c.json(await emailChanges.completeEmailChange(db, token, clock()), 200);
    });
};
