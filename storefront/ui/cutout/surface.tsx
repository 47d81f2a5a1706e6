import type { Tones } from "./glazes";
import { round, type Silhouette } from "./silhouette";

type Props = { pot: Silhouette; tones: Tones };

/** Park-Miller: the same pot gets the same numbers on every render. */
const series = (seed: number, length: number) => {
  const numbers = [seed];
  while (numbers.length <= length) numbers.push(((numbers.at(-1) ?? seed) * 16807) % 2147483647);
  return numbers.slice(1).map((value) => value / 2147483647);
};

const seedOf = ({ width, height, form }: Silhouette) =>
  Math.max(1, Math.round(width * 31 + height * 7 + form.length));

const perSize = 12;
const sizes = [0.0035, 0.006, 0.0085];

/** Iron specks of a wood kiln in three sizes: points, drawn as strokes of no length with round ends. */
export const Specks = ({ pot, tones }: Props) => {
  const dice = series(seedOf(pot), perSize * sizes.length * 2);
  const speck = (index: number) => {
    const [across = 0, down = 0] = dice.slice(index * 2, index * 2 + 2);
    return `M${round(pot.axis + (across - 0.5) * pot.radius * 2)} ${round(down * pot.height)}h0`;
  };
  return (
    <g stroke={tones.shade} strokeOpacity=".5" strokeLinecap="round">
      {sizes.map((size, group) => (
        <path
          key={size}
          d={Array.from({ length: perSize }, (_, index) => speck(group * perSize + index)).join("")}
          strokeWidth={round(pot.width * size * 2)}
        />
      ))}
    </g>
  );
};

/** White slip swept round the pot with one broad brush (귀얄). */
export const BrushMarks = ({ pot }: { pot: Silhouette }) => (
  <g fill="none" stroke="#f6f1e6" strokeOpacity=".5">
    {series(seedOf(pot) + 1, 7).map((weight, stroke) => {
      const [start, middle, end] = [
        0.16 + stroke * 0.075,
        0.25 + stroke * 0.085,
        0.12 + stroke * 0.09,
      ];
      const { axis, radius, height } = pot;
      const reach = radius * 1.1;
      return (
        <path
          key={stroke}
          d={`M${round(axis - reach)} ${round(height * start)}Q${round(axis)} ${round(height * middle)} ${round(axis + reach)} ${round(height * end)}`}
          strokeWidth={round(height * 0.03 * (0.5 + weight))}
        />
      );
    })}
  </g>
);

/** Where the two bowls of a moon jar were joined. */
export const Seam = ({ pot: { axis, radius, width, height }, tones }: Props) => (
  <path
    d={`M${round(axis - radius)} ${round(height * 0.485)}Q${round(axis)} ${round(height * 0.56)} ${round(axis + radius)} ${round(height * 0.475)}`}
    fill="none"
    stroke={tones.shade}
    strokeOpacity=".38"
    strokeWidth={round(width * 0.006)}
  />
);

/** Bare clay where the glaze was wiped from the foot. */
export const Foot = ({ pot: { width, height } }: { pot: Silhouette }) => (
  <rect
    x="0"
    y={round(height * 0.965)}
    width={width}
    height={round(height * 0.08)}
    fill="#a98f6d"
    fillOpacity=".55"
  />
);
