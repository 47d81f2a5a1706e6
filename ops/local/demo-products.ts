import { connect } from "@jangteo/shared/database";
import * as table from "@jangteo/shared/schema/product";

import { categories } from "../demo/categories.ts";
import { pictureName, SIZES } from "../demo/pictures.ts";
import { products, type Product, type Text } from "../demo/products.ts";

type Db = ReturnType<typeof connect>;

const languages = ["ko", "en"] as const;
const perLanguage = <T>(row: (language: keyof Text) => T): T[] => languages.map(row);

const putProduct = (db: Db, position: number, product: Product): Promise<void> =>
  db.transaction(async (tx) => {
    const [created] = await tx
      .insert(table.products)
      .values({
        slug: product.slug,
        status: "active",
        position,
        category: product.category,
        sku: product.sku,
        form: product.form,
        glaze: product.glaze,
        width: product.widthMm,
        height: product.heightMm,
        depth: product.depthMm,
        weight: product.weightG,
        capacity: product.capacityMl,
        stock: product.stock,
      })
      .onConflictDoNothing()
      .returning({ id: table.products.id });
    if (!created) return;
    const productId = created.id;
    await tx.insert(table.productTexts).values(
      perLanguage((language) => ({
        productId,
        language,
        name: product.name[language],
        description: product.description[language],
        maker: product.maker[language],
        material: product.material[language],
        care: product.care[language],
      })),
    );
    await tx.insert(table.prices).values(
      (["KRW", "USD"] as const).map((currency) => ({
        productId,
        currency,
        amount: product.price[currency],
        listAmount: product.listPrice?.[currency] ?? null,
      })),
    );
    await tx.insert(table.pictures).values(
      product.images.map(({ view }, index) => ({
        productId,
        position: index,
        view,
        file: pictureName(product, view),
        ...SIZES[view],
      })),
    );
    await tx
      .insert(table.pictureTexts)
      .values(
        product.images.flatMap(({ alt }, index) =>
          perLanguage((language) => ({ productId, position: index, language, alt: alt[language] })),
        ),
      );
  });

/** Puts the demo shop's goods on the shelves; what is there already stays as it is. */
export const seedProducts = async (databaseUrl: string): Promise<string> => {
  const db = connect(databaseUrl, { max: 1 });
  try {
    for (const [position, { slug, name }] of categories.entries()) {
      await db.insert(table.categories).values({ slug, position }).onConflictDoNothing();
      await db
        .insert(table.categoryTexts)
        .values(perLanguage((language) => ({ category: slug, language, name: name[language] })))
        .onConflictDoNothing();
    }
    for (const [position, product] of products.entries()) {
      await putProduct(db, position, product);
    }
    return `${products.length} products`;
  } finally {
    await db.$client.end({ timeout: 5 });
  }
};
