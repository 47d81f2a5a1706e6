const half = (whole: bigint) => whole / 2n;

/** `amount * part / whole`, rounded half up; exact for all safe integers. */
export const portion = (amount: number, part: number, whole: number) =>
  Number((BigInt(amount) * BigInt(part) + half(BigInt(whole))) / BigInt(whole));

/** A whole is 10,000 hundredths of a percent. */
export const wholeRate = 10_000;

type Weighted = { id: string; weight: number };

/**
 * Divides an amount by weights, by the largest remainder: the shares add up, none is more than its
 * exact share rounded up, and among equal remainders the lower id is first.
 */
export const spread = (amount: number, over: Weighted[]) => {
  const whole = over.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return new Map(over.map(({ id }) => [id, 0]));
  const exact = over.map(({ id, weight }) => {
    const product = BigInt(amount) * BigInt(weight);
    return { id, share: Number(product / BigInt(whole)), rest: Number(product % BigInt(whole)) };
  });
  const left = amount - exact.reduce((sum, { share }) => sum + share, 0);
  const ranked = exact.toSorted((a, b) => b.rest - a.rest || (a.id < b.id ? -1 : 1));
  return new Map(ranked.map(({ id, share }, rank) => [id, rank < left ? share + 1 : share]));
};
