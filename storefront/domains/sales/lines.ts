/** The lines of a chart up to `most`: at most four, at round numbers; the last is its top. */
export const linesUpTo = (most: number) => {
  const top = Math.max(most, 400);
  const size = 10 ** Math.floor(Math.log10(top / 2));
  const step = [1, 2, 2.5, 5, 10].find((one) => one * size * 4 >= top) ?? 10;
  const count = Math.max(1, Math.ceil(top / (step * size)));
  return Array.from({ length: count }, (_, at) => (at + 1) * step * size);
};
