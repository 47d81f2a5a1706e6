import { type Glaze, glazes } from "./cutout/glazes";
import { drawn } from "./drawn";

export type Dish = { x: number; y: number; radius: number; glaze: Glaze; filled?: string };

type TableTopProps = {
  dishes: readonly Dish[];
  label: string;
  size: readonly [width: number, height: number];
};

const Plate = ({ dish: { x, y, radius, glaze, filled } }: { dish: Dish }) => {
  const { lit, plain } = glazes[glaze];
  return (
    <>
      <circle cx={x + 5} cy={y + 8} r={radius} fill="#1d1b18" opacity=".13" />
      <circle cx={x} cy={y} r={radius} fill={plain} />
      <circle cx={x} cy={y} r={radius - 2.5} fill={lit} />
      <circle cx={x + 1} cy={y + 1.5} r={radius * 0.74} fill={plain} />
      <circle cx={x + 1.5} cy={y + 3} r={radius * 0.7} fill={filled ?? lit} />
    </>
  );
};

/** A table seen from above: circles only, the food as flat colour. */
export const TableTop = ({ dishes, label, size: [width, height] }: TableTopProps) => (
  <svg
    className="table-top"
    viewBox={`0 0 ${width} ${height}`}
    role="img"
    aria-label={label}
    focusable="false"
    preserveAspectRatio="xMidYMid meet"
    // oxlint-disable-next-line react/no-danger -- written by this file, of numbers and colours
    dangerouslySetInnerHTML={{
      __html: drawn(dishes.map((dish) => <Plate key={`${dish.x} ${dish.y}`} dish={dish} />)),
    }}
  />
);
