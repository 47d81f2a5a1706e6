import type { TokenRules } from "@jangteo/shared/auth";
import type { Clock } from "@jangteo/shared/clock";
import type { Db } from "@jangteo/shared/database";
import { createOnce } from "@jangteo/shared/idempotency";
import type { Log } from "@jangteo/shared/log";
import type { Metrics } from "@jangteo/shared/metrics";
import { AppError } from "@jangteo/shared/problem";
import { protect } from "@jangteo/shared/protect";
import { idempotency } from "@jangteo/shared/schema/member";
import { createService } from "@jangteo/shared/service";
import { sql } from "drizzle-orm";

import * as addresses from "./addresses.ts";
import * as contract from "./contract.ts";
import * as credentials from "./credentials.ts";
import * as members from "./members.ts";
import type { OneTimeTokens } from "./one-time-tokens.ts";
import type { Passwords } from "./passwords.ts";
import * as signUps from "./sign-ups.ts";

export type Deps = {
  db: Db;
  rules: TokenRules;
  passwords: Passwords;
  tokens: OneTimeTokens;
  idempotencySecret: string;
  clock: Clock;
  log?: Log;
  metrics?: Metrics;
};

export const createApp = (deps: Deps) => {
  const { db, rules, passwords, tokens, idempotencySecret: secret, clock, ...rest } = deps;
  const app = createService({
    ...contract.about,
    checks: { database: async () => db.execute(sql`select 1`) },
    ...rest,
  });
  protect(app, "member", contract, rules);
  const { once, onceAfter } = createOnce({ db, table: idempotency, secret, clock });

  return app
    .openapi(contract.signUp, (c) => {
      const { password, ...wanted } = c.req.valid("json");
      return onceAfter(
        c,
        () => passwords.hash(password),
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
          await credentials.changePassword(tx, sub, hashes);
          return c.body(null, 204);
        },
      );
    })
    .openapi(contract.listAddresses, async (c) => {
      const items = await addresses.listAddresses(db, c.var.identity.sub);
      return c.json({ items: items.map((item) => contract.Address.parse(item)) }, 200);
    })
    .openapi(contract.addAddress, (c) =>
      once(c, async (tx) => {
        const added = await addresses.addAddress(tx, c.var.identity.sub, c.req.valid("json"));
        return c.json(contract.Address.parse(added), 201);
      }),
    )
    .openapi(contract.changeAddress, (c) =>
      once(c, async (tx) => {
        const { sub } = c.var.identity;
        const { id } = c.req.valid("param");
        const changed = await addresses.changeAddress(tx, sub, id, c.req.valid("json"));
        return c.json(contract.Address.parse(changed), 200);
      }),
    )
    .openapi(contract.removeAddress, async (c) => {
      await addresses.removeAddress(db, c.var.identity.sub, c.req.valid("param").id);
      return c.body(null, 204);
    })
    .openapi(contract.verifyCredential, async (c) => {
      const credential = await credentials.verifyCredential(db, passwords, c.req.valid("json"));
      return c.json(contract.Credential.parse(credential), 200);
    })
    .openapi(contract.getSessionEpoch, async (c) => {
      const epoch = await credentials.findSessionEpoch(db, c.req.valid("param").id);
      return c.json(contract.SessionEpoch.parse(epoch), 200);
    })
    .openapi(contract.bumpSessionEpoch, async (c) => {
      const { id } = c.req.valid("param");
      const bumped = await db.transaction((tx) => credentials.bumpSessionEpoch(tx, id));
      return c.json(contract.SessionEpoch.parse(bumped), 200);
    })
    .openapi(contract.verifyPassword, async (c) => {
      const { id } = c.req.valid("param");
      await credentials.verifyPassword(db, passwords, id, c.req.valid("json").password);
      return c.body(null, 204);
    })
    .openapi(contract.verifySecondFactor, () => {
      throw new AppError("not_found", "No second factor is enrolled");
    });
};
