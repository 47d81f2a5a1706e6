import type { Values } from "./merge";
import type { Product, Vocabulary } from "./queries";
import type { Reader } from "./typed";

const texts = ["name", "description", "material", "care"] as const;

const ticked = (names: readonly string[], chosen: ReadonlySet<string>) =>
  Object.fromEntries(names.map((name) => [name, chosen.has(name) ? "on" : ""]));

export const valuesOfProduct = (
  product: Product,
  { collections, attributes }: Pick<Vocabulary, "collections" | "attributes">,
): Values => ({
  ...Object.fromEntries(
    texts.flatMap((name) => [
      [`${name}.ko`, product[name].ko],
      [`${name}.en`, product[name].en],
    ]),
  ),
  slug: product.slug,
  category: product.category,
  position: String(product.position),
  ...ticked(
    collections.map(({ slug }) => `collection.${slug}`),
    new Set(product.collections.map((slug) => `collection.${slug}`)),
  ),
  ...ticked(
    attributes.flatMap(({ code, values }) =>
      values.map((value) => `attribute.${code}.${value.code}`),
    ),
    new Set(product.attributes.map(({ attribute, value }) => `attribute.${attribute}.${value}`)),
  ),
});

const on = (values: Values, prefix: string) =>
  Object.keys(values).filter((name) => name.startsWith(prefix) && values[name] === "on");

/** What begins a product. */
export const readNewProduct = ({ text, words }: Reader) => ({
  slug: text("slug"),
  category: text("category"),
  name: words("name"),
});

export const readProduct = (typed: Reader) => {
  const { values, words, whole } = typed;
  return {
    ...readNewProduct(typed),
    position: whole("position"),
    description: words("description"),
    material: words("material"),
    care: words("care"),
    collections: on(values, "collection.").map((name) => name.slice("collection.".length)),
    attributes: on(values, "attribute.").map((name) => {
      const [, attribute = "", value = ""] = name.split(".");
      return { attribute, value };
    }),
  };
};

/** The API counts what was ticked; the form names it. */
export const fieldOfProduct = (pointer: string, values: Values) => {
  const [, list, at] = /^\/(collections|attributes)\/(\d+)/.exec(pointer) ?? [];
  if (list === undefined) return undefined;
  return on(values, `${list.slice(0, -1)}.`)[Number(at)];
};

/** An address made of an English name, for those who type none. */
export const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 120)
    .replaceAll(/^-|-$/g, "");
