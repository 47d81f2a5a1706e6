import type {
  CategoryNode,
  Collection,
  Facets,
  Product,
  ProductList,
  ProductSummary,
  Variant,
} from "@jangteo/product/contract";

export type { CategoryNode, Collection, Facets, Product, ProductList, ProductSummary, Variant };

export type Money = ProductSummary["price"];

export const isCut = ({ price, listPrice }: Pick<Product, "price" | "listPrice">) =>
  listPrice !== null && listPrice.amount > price.amount;

export const percentOff = (price: Money, listPrice: Money) =>
  Math.round((1 - price.amount / listPrice.amount) * 100);
