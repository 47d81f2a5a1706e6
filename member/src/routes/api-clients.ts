import { versionIn } from "@jangteo/shared/etag";

import * as clients from "../api-clients.ts";
import * as contract from "../contract.ts";
import { noStore, type App, type Parts } from "./parts.ts";

const etag = ({ version }: { version: number }) => ({ etag: `"${version}"` });

export const apiClientRoutes = (app: App, { db, clock }: Parts) => {
  const by = ({ sub }: { sub: string }) => ({ sub, now: clock() });
  app
    .openapi(contract.listApiClients, async (c) => {
      const items = await clients.listClients(db, clock());
      return c.json({ items: items.map((item) => contract.ApiClient.parse(item)) }, 200);
    })
    .openapi(contract.getApiClient, async (c) => {
      const client = await clients.findClient(db, c.req.valid("param").id, clock());
      return c.json(contract.ApiClient.parse(client), 200, etag(client));
    })
    .openapi(contract.registerApiClient, async (c) => {
      const client = await clients.registerClient(db, by(c.var.identity), c.req.valid("json"));
      const headers = { ...etag(client), ...noStore };
      return c.json(contract.RegisteredClient.parse(client), 201, headers);
    })
    .openapi(contract.changeApiClient, async (c) => {
      const { id } = c.req.valid("param");
      const version = versionIn(c.req.valid("header")["if-match"]);
      const change = c.req.valid("json");
      const client = await clients.changeClient(db, by(c.var.identity), id, version, change);
      return c.json(contract.ApiClient.parse(client), 200, etag(client));
    })
    .openapi(contract.rotateSecret, async (c) => {
      const { id } = c.req.valid("param");
      const { othersUntil } = c.req.valid("json");
      const drawn = await clients.rotateSecret(db, by(c.var.identity), id, othersUntil);
      return c.json(contract.NewSecret.parse(drawn), 201, noStore);
    })
    .openapi(contract.removeSecret, async (c) => {
      const { id, secretId } = c.req.valid("param");
      await clients.removeSecret(db, by(c.var.identity), id, secretId);
      return c.body(null, 204);
    });
};
