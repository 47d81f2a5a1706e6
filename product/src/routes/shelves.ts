import type { Db } from "@jangteo/shared/database";

import * as categories from "../categories.ts";
import * as collections from "../collections.ts";
import * as contract from "../contract.ts";
import { etag, versionOf, type App, type Parts } from "./parts.ts";

const category = async (tx: Db, slug: string) => {
  const found = contract.CategoryRecord.parse(await categories.findCategoryRecord(tx, slug));
  return [found, etag(found.version)] as const;
};
const collection = async (tx: Db, slug: string) => {
  const found = contract.CollectionRecord.parse(await collections.findCollectionRecord(tx, slug));
  return [found, etag(found.version)] as const;
};

export const shelfRoutes = (app: App, { db, clock, once }: Parts) => {
  app.openapi(contract.listCategoryRecords, async (c) => {
    const found = await categories.listCategoryRecords(db);
    return c.json({ items: found.map((one) => contract.CategoryRecord.parse(one)) }, 200);
  });
  app.openapi(contract.getCategoryRecord, async (c) => {
    const [found, tag] = await category(db, c.req.valid("param").slug);
    return c.json(found, 200, tag);
  });
  app.openapi(contract.addCategory, (c) =>
    once(c, async (tx) => {
      const wanted = c.req.valid("json");
      await categories.addCategory(tx, wanted, clock());
      const [added, tag] = await category(tx, wanted.slug);
      return c.json(added, 201, tag);
    }),
  );
  app.openapi(contract.changeCategory, (c) =>
    once(c, async (tx) => {
      const seen = { ...c.req.valid("param"), version: versionOf(c.req.valid("header")) };
      const slug = await categories.changeCategory(tx, seen, c.req.valid("json"), clock());
      const [changed, tag] = await category(tx, slug);
      return c.json(changed, 200, tag);
    }),
  );
  app.openapi(contract.removeCategory, (c) =>
    once(c, async (tx) => {
      const { slug } = c.req.valid("param");
      await categories.removeCategory(tx, slug, versionOf(c.req.valid("header")), clock());
      return c.body(null, 204);
    }),
  );

  app.openapi(contract.listCollectionRecords, async (c) => {
    const found = await collections.listCollectionRecords(db);
    return c.json({ items: found.map((one) => contract.CollectionRecord.parse(one)) }, 200);
  });
  app.openapi(contract.getCollectionRecord, async (c) => {
    const [found, tag] = await collection(db, c.req.valid("param").slug);
    return c.json(found, 200, tag);
  });
  app.openapi(contract.addCollection, (c) =>
    once(c, async (tx) => {
      const wanted = c.req.valid("json");
      await collections.addCollection(tx, wanted, clock());
      const [added, tag] = await collection(tx, wanted.slug);
      return c.json(added, 201, tag);
    }),
  );
  app.openapi(contract.changeCollection, (c) =>
    once(c, async (tx) => {
      const seen = { ...c.req.valid("param"), version: versionOf(c.req.valid("header")) };
      const slug = await collections.changeCollection(tx, seen, c.req.valid("json"), clock());
      const [changed, tag] = await collection(tx, slug);
      return c.json(changed, 200, tag);
    }),
  );
  app.openapi(contract.removeCollection, (c) =>
    once(c, async (tx) => {
      const { slug } = c.req.valid("param");
      await collections.removeCollection(tx, slug, versionOf(c.req.valid("header")), clock());
      return c.body(null, 204);
    }),
  );
  app.openapi(contract.addToCollection, async (c) => {
    await db.transaction((tx) =>
      collections.setMembership(tx, c.req.valid("param"), true, clock()),
    );
    return c.body(null, 204);
  });
  app.openapi(contract.takeFromCollection, async (c) => {
    await db.transaction((tx) =>
      collections.setMembership(tx, c.req.valid("param"), false, clock()),
    );
    return c.body(null, 204);
  });
};
