import { verifyClient } from "../api-clients.ts";
import * as contract from "../contract.ts";
import * as credentials from "../credentials.ts";
import { requestOptions } from "../passkey-challenges.ts";
import { verifyPasskey } from "../passkeys.ts";
import * as secondFactor from "../second-factor.ts";
import type { App, Parts } from "./parts.ts";

export const internalRoutes = (app: App, { db, passwords, sealing, site, clock }: Parts) =>
  app
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
    .openapi(contract.verifySecondFactor, async (c) => {
      const { id } = c.req.valid("param");
      const { code } = c.req.valid("json");
      return c.json(await secondFactor.verify(db, sealing, id, code, clock()), 200);
    })
    .openapi(contract.createPasskeyChallenge, async (c) => {
      const asked = await requestOptions({ sealing, site }, clock());
      return c.json(contract.PasskeyRequest.parse(asked), 200);
    })
    .openapi(contract.verifyPasskey, async (c) => {
      const proof = c.req.valid("json");
      const credential = await verifyPasskey(db, { sealing, site }, proof, clock());
      return c.json(contract.PasskeyCredential.parse(credential), 200);
    })
    .openapi(contract.verifyClient, async (c) => {
      const rights = await verifyClient(db, c.req.valid("json"), clock());
      return c.json(contract.ClientRights.parse(rights), 200);
    });
