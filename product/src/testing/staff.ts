import { expect } from "bun:test";

import type { Product, ProductRecord } from "../contract.ts";
import { seed } from "../seed.ts";
import { both, shelf, type testProductService } from "../testing.ts";

type Service = Awaited<ReturnType<typeof testProductService>>;

export const named = (code: string) => ({ code, name: both(code) });
export const sizes = { width: 100, height: 60, depth: 100, weight: 250 };
export const record = async (reply: Response) => (await reply.json()) as ProductRecord;

/** Staff at work in a shop with shelves and no goods. */
export const testStaff = async ({ db, get, staff }: Service) => {
  await seed(db, {
    categories: [shelf("bowls"), shelf("jars")],
    collections: [shelf("winter")],
    attributes: [{ ...named("glaze"), values: [named("celadon"), named("ash")] }],
    products: [],
  });
  const begin = async (fields = {}) => {
    const slug = `bowl-${crypto.randomUUID()}`;
    const product = { slug, category: "bowls", name: both("Bowl"), ...fields };
    return record(await staff("POST", "/v1/products", product));
  };
  /** A bowl that is for sale, with the first value of each of its options. */
  const sell = async (fields = {}) => {
    const draft = await begin(fields);
    const selection = draft.options.map(({ code, values }) => ({
      ...{ option: code, value: values[0]?.code },
    }));
    const sku = `SKU-${crypto.randomUUID()}`;
    const grown = await record(
      await staff("POST", `/v1/products/${draft.id}/variants`, { sku, selection, ...sizes }),
    );
    const variant = grown.variants[0]?.id ?? "";
    const priced = await record(
      await staff("POST", `/v1/variants/${variant}/prices`, { currency: "KRW", amount: 30_000 }),
    );
    const reply = await change(priced, { status: "active" });
    expect(reply.status).toBe(200);
    return { ...(await record(reply)), variant };
  };
  const change = ({ id, version }: { id: string; version: number }, fields: unknown) =>
    staff("PATCH", `/v1/products/${id}`, fields, { "if-match": `"${version}"` });
  const shown = async (slug: string) =>
    (await (await get(`/v1/products/${slug}`)).json()) as Product;

  return { begin, sell, change, shown };
};
