import * as contract from "../contract.ts";
import { eraseMember } from "../erasure.ts";
import { exportMember } from "../exports.ts";
import { noStore, type App, type Parts } from "./parts.ts";

export const personalDataRoutes = (app: App, { db, sealing, readSessions, clock }: Parts) =>
  app
    .openapi(contract.exportMe, async (c) => {
      const authorization = c.req.header("authorization") ?? "";
      const asked = { memberId: c.var.identity.sub, authorization };
      return c.json(await exportMember(db, readSessions, asked, clock()), 200, noStore);
    })
    .openapi(contract.eraseMe, async (c) => {
      const receipt = await eraseMember(db, sealing, c.var.identity.sub, clock());
      return c.json(contract.ErasureReceipt.parse(receipt), 200);
    });
