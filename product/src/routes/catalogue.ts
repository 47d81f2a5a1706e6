import * as browsing from "../browsing.ts";
import * as contract from "../contract.ts";
import { listProducts } from "../listing.ts";
import { findProduct } from "../products.ts";
import { audienceOf, cached, jsonText, type App, type Parts } from "./parts.ts";

export const catalogueRoutes = (app: App, { db }: Parts) => {
  app.openapi(contract.listProducts, async (c) => {
    const audience = audienceOf(c.req.valid("header"));
    return jsonText<contract.ProductList>(await listProducts(db, audience, c.req.valid("query")));
  });
  app.openapi(contract.getProduct, async (c) => {
    const audience = audienceOf(c.req.valid("header"));
    const found = await findProduct(db, audience, c.req.valid("param").slug);
    if (found.product !== undefined) return jsonText<contract.Product>(found.product);
    return c.body(null, 308, { ...cached, location: `/v1/products/${found.moved}` });
  });
  app.openapi(contract.listCategories, async (c) => {
    const items = await browsing.listCategories(db, audienceOf(c.req.valid("header")));
    return c.json({ items: items.map((one) => contract.CategoryNode.parse(one)) }, 200, cached);
  });
  app.openapi(contract.getCategory, async (c) => {
    const audience = audienceOf(c.req.valid("header"));
    const { found, moved } = await browsing.findCategory(db, audience, c.req.valid("param").slug);
    if (found) return c.json(contract.CategoryNode.parse(found), 200, cached);
    return c.body(null, 308, { ...cached, location: `/v1/categories/${moved}` });
  });
  app.openapi(contract.listCollections, async (c) => {
    const items = await browsing.listCollections(db, audienceOf(c.req.valid("header")));
    return c.json({ items: items.map((one) => contract.Collection.parse(one)) }, 200, cached);
  });
  app.openapi(contract.getCollection, async (c) => {
    const audience = audienceOf(c.req.valid("header"));
    const { found, moved } = await browsing.findCollection(db, audience, c.req.valid("param").slug);
    if (found) return c.json(contract.Collection.parse(found), 200, cached);
    return c.body(null, 308, { ...cached, location: `/v1/collections/${moved}` });
  });
  app.openapi(contract.suggest, async (c) => {
    const audience = audienceOf(c.req.valid("header"));
    const found = await browsing.suggest(db, audience, c.req.valid("query").q);
    return c.json(contract.Suggestions.parse(found), 200, cached);
  });
};
