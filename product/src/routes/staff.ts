import type { Db } from "@jangteo/shared/database";

import { addProduct, changeProduct } from "../catalogue.ts";
import * as contract from "../contract.ts";
import { findRecord, listRecords } from "../records.ts";
import * as variants from "../variants.ts";
import { countProducts, readVocabulary } from "../vocabulary.ts";
import { etag, versionOf, type App, type Parts } from "./parts.ts";

export const staffRoutes = (app: App, { db, clock, once }: Parts) => {
  const record = async (tx: Db, id: string) => {
    const found = contract.ProductRecord.parse(await findRecord(tx, id, clock()));
    return [found, etag(found.version)] as const;
  };
  app.openapi(contract.listRecords, async (c) => {
    const { items, next } = await listRecords(db, c.req.valid("query"));
    return c.json({ items: items.map((one) => contract.ProductRow.parse(one)), next }, 200);
  });
  app.openapi(contract.getVocabulary, async (c) =>
    c.json(contract.Vocabulary.parse(await readVocabulary(db)), 200),
  );
  app.openapi(contract.getFigures, async (c) =>
    c.json(contract.Figures.parse(await countProducts(db)), 200),
  );
  app.openapi(contract.getRecord, async (c) => {
    const [found, tag] = await record(db, c.req.valid("param").id);
    return c.json(found, 200, tag);
  });
  app.openapi(contract.addProduct, (c) =>
    once(c, async (tx) => {
      const [added, tag] = await record(tx, await addProduct(tx, c.req.valid("json")));
      return c.json(added, 201, tag);
    }),
  );
  app.openapi(contract.changeProduct, (c) =>
    once(c, async (tx) => {
      const { id } = c.req.valid("param");
      const version = versionOf(c.req.valid("header"));
      await changeProduct(tx, id, version, c.req.valid("json"), clock());
      const [changed, tag] = await record(tx, id);
      return c.json(changed, 200, tag);
    }),
  );
  app.openapi(contract.addVariant, (c) =>
    once(c, async (tx) => {
      const { id } = c.req.valid("param");
      await variants.addVariant(tx, id, c.req.valid("json"), clock());
      const [changed, tag] = await record(tx, id);
      return c.json(changed, 201, tag);
    }),
  );
  app.openapi(contract.setPictures, (c) =>
    once(c, async (tx) => {
      const { id } = c.req.valid("param");
      const version = versionOf(c.req.valid("header"));
      await variants.setPictures(tx, id, version, c.req.valid("json").pictures, clock());
      const [changed, tag] = await record(tx, id);
      return c.json(changed, 200, tag);
    }),
  );
  app.openapi(contract.changeVariant, (c) =>
    once(c, async (tx) => {
      const version = versionOf(c.req.valid("header"));
      const change = c.req.valid("json");
      const { id } = c.req.valid("param");
      const [changed, tag] = await record(
        tx,
        await variants.changeVariant(tx, id, version, change, clock()),
      );
      return c.json(changed, 200, tag);
    }),
  );
  app.openapi(contract.setPrice, (c) =>
    once(c, async (tx) => {
      const { id } = c.req.valid("param");
      const [changed, tag] = await record(
        tx,
        await variants.setPrice(tx, id, c.req.valid("json"), clock()),
      );
      return c.json(changed, 201, tag);
    }),
  );
};
