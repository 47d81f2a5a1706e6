import type { ProductSummary } from "./product";

/** Six places on the stage, from a small cup to a great jar, as width and height in millimetres. */
const places = [
  [50, 52],
  [124, 68],
  [125, 65],
  [200, 130],
  [140, 280],
  [400, 420],
] as const;

const distance = ({ size }: ProductSummary, [width, height]: (typeof places)[number]) =>
  Math.hypot(size.width - width, size.height - height);

/** For each place the nearest piece that is left, the greatest jar choosing first. */
export const castStage = (pieces: readonly ProductSummary[]) =>
  places
    .toReversed()
    .reduce<ProductSummary[]>((cast, place) => {
      const [nearest] = pieces
        .filter((piece) => piece.availability !== "sold_out" && !cast.includes(piece))
        .toSorted((a, b) => distance(a, place) - distance(b, place));
      return nearest ? [...cast, nearest] : cast;
    }, [])
    .toReversed();
