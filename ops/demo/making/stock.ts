import type { Random } from "../drawings/random.ts";

const SOLD_OUT = 0.04;
const FEW = 0.08;

const plenty = (won: number, random: Random) => {
  if (won < 20_000) return Math.round(random.between(24, 120));
  if (won < 50_000) return Math.round(random.between(8, 42));
  if (won < 120_000) return Math.round(random.between(5, 18));
  return Math.round(random.between(4, 9));
};

/** How many are left of each variant of a product at a price: of some none, of some few, of what is fired once one. */
export const stockOf = (single: boolean, random: Random) => {
  const fate = random();
  return (won: number) => {
    if (fate < SOLD_OUT) return 0;
    if (single) return 1;
    return fate < SOLD_OUT + FEW ? Math.ceil(random.between(0.01, 3)) : plenty(won, random);
  };
};
