import type {
  CategoryNode,
  Facets,
  Product,
  ProductList,
  ProductSummary,
} from "@jangteo/product/contract";

export type { CategoryNode, Facets, Product, ProductList, ProductSummary };

export type Money = ProductSummary["price"];

export const isCut = ({ price, listPrice }: Pick<Product, "price" | "listPrice">) =>
  listPrice !== null && listPrice.amount > price.amount;

export const percentOff = (price: Money, listPrice: Money) =>
  Math.round((1 - price.amount / listPrice.amount) * 100);
