import { spawnSync } from "node:child_process";
import process from "node:process";

import { admin } from "@jangteo/shared/testing/postgres";

import { PRODUCT_SEED } from "../../ops/local/demo-products";

const words = (en: string, ko: string) => ({ en, ko });
const cup = { width: 70, height: 80, depth: 70, weight: 200, capacity: 150 };

const sizedCup = {
  slug: "sized-cup",
  category: "tea",
  name: words("Sized cup", "크기 있는 잔"),
  description: words("A cup in two sizes.", "크기가 둘인 잔입니다."),
  material: words("Stoneware", "사기"),
  care: words("By hand", "손으로 씻습니다"),
  attributes: [
    { attribute: "glaze", value: "ash" },
    { attribute: "form", value: "cup" },
  ],
  collections: ["first-table"],
  options: [
    {
      code: "size",
      name: words("Size", "크기"),
      values: [
        { code: "small", name: words("Small", "작은 것") },
        { code: "large", name: words("Large", "큰 것") },
      ],
    },
  ],
  variants: [
    { ...cup, sku: "SIZED-S", selection: { size: "small" }, stock: 0 },
    { ...cup, height: 120, sku: "SIZED-L", selection: { size: "large" }, stock: 7 },
  ].map((one, at) => ({ ...one, price: { KRW: 20_000 + 5000 * at, USD: 1500 + 400 * at } })),
  pictures: [],
};

const collections = [
  {
    slug: "first-table",
    name: words("A first table", "첫 상"),
    description: words("What two people need to begin.", "둘이 시작할 때 있어야 할 것."),
  },
  {
    slug: "empty",
    name: words("Empty", "빈 모음"),
    description: words("Nothing yet.", "아직 없습니다."),
  },
];

/** A product that is bought in two sizes, and that had another slug once. */
export const addSizedCup = async (databaseUrl: string) => {
  const { status, stderr } = spawnSync(process.execPath, [PRODUCT_SEED], {
    input: JSON.stringify({ categories: [], collections, products: [sizedCup] }),
    env: { PATH: process.env["PATH"], DATABASE_URL: databaseUrl },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  await admin(
    databaseUrl,
    (sql) => sql`insert into product.slug_history (slug, product_id)
      select 'old-cup', id from product.products where slug = ${sizedCup.slug}`,
  );
};
