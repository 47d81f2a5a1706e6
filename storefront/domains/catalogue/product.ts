import type { Product, ProductSummary } from "@jangteo/product/contract";

export type { Product, ProductSummary };

export type Money = ProductSummary["price"];

export const isCut = ({ price, listPrice }: Pick<Product, "price" | "listPrice">) =>
  listPrice !== null && listPrice.amount > price.amount;

export const percentOff = (price: Money, listPrice: Money) =>
  Math.round((1 - price.amount / listPrice.amount) * 100);
