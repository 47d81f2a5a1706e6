/** What the documentation calls this service. */
export const about = {
  name: "product",
  description: "The catalogue: products, their prices, pictures and stock, and how they are found.",
};

export * from "./contract/browsing.ts";
export * from "./contract/csv.ts";
export * from "./contract/media.ts";
export * from "./contract/offers.ts";
export * from "./contract/products.ts";
export * from "./contract/records.ts";
export * from "./contract/reservations.ts";
export * from "./contract/shelves.ts";
export * from "./contract/staff.ts";
export * from "./contract/stock.ts";
export * from "./contract/vocabulary.ts";
export { Availability, Category, Picture } from "./contract/wire.ts";
