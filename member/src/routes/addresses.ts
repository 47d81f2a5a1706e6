import * as addresses from "../addresses.ts";
import * as contract from "../contract.ts";
import type { App, Parts } from "./parts.ts";

export const addressRoutes = (app: App, { db, once }: Parts) =>
  app
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
    });
