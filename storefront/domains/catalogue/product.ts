import type { Product, ProductSummary } from "@jangteo/product/contract";

export type { Product, ProductSummary };

export type Money = ProductSummary["price"];

/** Sold out and cut pieces say so; a plain one says nothing. */
export const isCut = ({ price, listPrice }: Pick<Product, "price" | "listPrice">) =>
  listPrice !== null && listPrice.amount > price.amount;

export const percentOff = (price: Money, listPrice: Money) =>
  Math.round((1 - price.amount / listPrice.amount) * 100);

export const centimetres = (millimetres: number) => millimetres / 10;
