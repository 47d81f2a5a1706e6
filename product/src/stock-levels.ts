/** So many or fewer are few. */
const few = 3;

export const availabilityOf = (stock: number) => {
  if (stock <= 0) return "sold_out" as const;
  return stock <= few ? ("low_stock" as const) : ("in_stock" as const);
};
