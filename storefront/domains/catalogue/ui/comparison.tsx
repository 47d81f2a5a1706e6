import { useTranslations } from "next-intl";

import { cssVars } from "../../../ui/css-vars";
import type { Product, ProductSummary } from "../product";
import { Drawing } from "./drawing";

/** Things most people own, outlined: their width and height in millimetres. */
const familiar = {
  sojuGlass: { width: 46, height: 60, path: "M3 1h40l-6 58H9z" },
  can: { width: 68, height: 122, path: "M7 1h54l5 10v100l-5 10H7l-5-10V11z" },
  bottle: {
    width: 65,
    height: 215,
    path: "M24 1h17v52c0 14 22 20 22 44v117H2V97c0-24 22-30 22-44z",
  },
} as const;

const Outline = ({ thing }: { thing: keyof typeof familiar }) => {
  const t = useTranslations("catalogue");
  const { width, height, path } = familiar[thing];
  return (
    <li>
      <svg
        className="outline"
        style={cssVars({ h: height / 10 })}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
      >
        <path d={path} strokeDasharray="3 3" />
      </svg>
      <span>
        {t(`familiar.${thing}`)}
        <br />
        <span className="nowrap">{height / 10} cm</span>
      </span>
    </li>
  );
};

const Stood = ({
  piece,
  name,
  current = false,
}: {
  piece: ProductSummary | Product;
  name: string;
  current?: boolean;
}) => (
  <li>
    <span style={cssVars({ h: piece.size.height / 10 })}>
      <Drawing {...piece} />
    </span>
    <span className={current ? "this" : undefined}>
      {name}
      <br />
      <span className="nowrap">{piece.size.height / 10} cm</span>
    </span>
  </li>
);

type ComparisonProps = { piece: Product; neighbour: ProductSummary | undefined };

/** The piece between things of known size, all at one scale. */
export const Comparison = ({ piece, neighbour }: ComparisonProps) => {
  const t = useTranslations("catalogue");
  const tallest = Math.max(piece.size.height, neighbour?.size.height ?? 0, 122) / 10;
  const across = (46 + piece.size.width + (neighbour?.size.width ?? 0) + 68) / 10;
  return (
    <section className="wrap section" aria-labelledby="comparison">
      <div className="section__head">
        <h2 id="comparison">{t("compare")}</h2>
        <p>{t("compareHow")}</p>
      </div>
      <ul className="fit" style={cssVars({ tallest, across })}>
        <Outline thing="sojuGlass" />
        <Stood piece={piece} name={t("thisPiece")} current />
        {neighbour && <Stood piece={neighbour} name={neighbour.name} />}
        <Outline thing={piece.size.height > 150 ? "bottle" : "can"} />
      </ul>
    </section>
  );
};
