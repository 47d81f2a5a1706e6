import * as contract from "../contract.ts";
import { findMember } from "../members.ts";
import * as passkeys from "../passkeys.ts";
import { noStore, type App, type Parts } from "./parts.ts";

export const passkeyRoutes = (app: App, { db, sealing, site, clock }: Parts) =>
  app
    .openapi(contract.listPasskeys, async (c) => {
      const { id } = await findMember(db, c.var.identity.sub);
      const items = await passkeys.listPasskeys(db, id);
      return c.json({ items: items.map((item) => contract.Passkey.parse(item)) }, 200);
    })
    .openapi(contract.beginPasskey, async (c) => {
      const { sub } = c.var.identity;
      const begun = await passkeys.beginPasskey(db, { sealing, site }, sub, clock());
      return c.json(contract.PasskeyRegistration.parse(begun), 201, noStore);
    })
    .openapi(contract.addPasskey, async (c) => {
      const { sub } = c.var.identity;
      const wanted = c.req.valid("json");
      const added = await passkeys.addPasskey(db, { sealing, site }, sub, wanted, clock());
      return c.json(contract.Passkey.parse(added), 201);
    })
    .openapi(contract.removePasskey, async (c) => {
      await passkeys.removePasskey(db, c.var.identity.sub, c.req.valid("param").id);
      return c.body(null, 204);
    });
