/** The lines of a chart up to `most`: at most four, at round numbers; the last is its top. */
export const linesUpTo = (most: number) => {
  const size = 10 ** Math.floor(Math.log10(Math.max(most, 1) / 2));
  const step = [1, 2, 2.5, 5, 10].find((one) => one * size * 4 >= most) ?? 10;
  const count = Math.max(1, Math.ceil(most / (step * size)));
  return Array.from({ length: count }, (_, at) => (at + 1) * step * size);
};
