import * as contract from "../contract.ts";
import * as secondFactor from "../second-factor.ts";
import { noStore, type App, type Parts } from "./parts.ts";

export const secondFactorRoutes = (app: App, { db, sealing, clock }: Parts) =>
  app
    .openapi(contract.getSecondFactor, async (c) => {
      const found = await secondFactor.findSecondFactor(db, c.var.identity.sub);
      return c.json(contract.SecondFactor.parse(found), 200);
    })
    .openapi(contract.enrolSecondFactor, async (c) => {
      const drawn = await secondFactor.enrol(db, sealing, c.var.identity.sub, clock());
      return c.json(contract.Enrolment.parse(drawn), 201, noStore);
    })
    .openapi(contract.confirmSecondFactor, async (c) => {
      const { sub } = c.var.identity;
      const { code } = c.req.valid("json");
      const drawn = await secondFactor.confirm(db, sealing, sub, code, clock());
      return c.json(contract.RecoveryCodes.parse(drawn), 200, noStore);
    })
    .openapi(contract.replaceRecoveryCodes, async (c) => {
      const drawn = await secondFactor.replaceRecoveryCodes(db, sealing, c.var.identity.sub);
      return c.json(contract.RecoveryCodes.parse(drawn), 200, noStore);
    })
    .openapi(contract.disableSecondFactor, async (c) => {
      await secondFactor.disable(db, c.var.identity.sub);
      return c.body(null, 204);
    });
