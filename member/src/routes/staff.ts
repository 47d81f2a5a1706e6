import { listAuditEvents } from "../audit.ts";
import * as contract from "../contract.ts";
import * as roles from "../roles.ts";
import type { App, Parts } from "./parts.ts";

export const staffRoutes = (app: App, { db }: Parts) =>
  app
    .openapi(contract.listAuditEvents, async (c) => {
      const { items, next } = await listAuditEvents(db, c.req.valid("query"));
      return c.json({ items: items.map((item) => contract.AuditEvent.parse(item)), next }, 200);
    })
    .openapi(contract.findMembers, async (c) => {
      const found = await roles.findByEmail(db, c.var.identity.sub, c.req.valid("query").email);
      return c.json({ items: found.map((item) => contract.StaffMember.parse(item)) }, 200);
    })
    .openapi(contract.getRoles, async (c) => {
      const { id } = c.req.valid("param");
      const found = await roles.findById(db, c.var.identity.sub, id);
      return c.json(contract.StaffMember.parse(found), 200);
    })
    .openapi(contract.changeRoles, async (c) => {
      const { id } = c.req.valid("param");
      const changed = await roles.changeRoles(db, c.var.identity, id, c.req.valid("json").roles);
      return c.json(contract.StaffMember.parse(changed), 200);
    });
