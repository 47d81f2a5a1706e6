import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { cssVars } from "../../../ui/css-vars";
import { Ruler } from "../../../ui/ruler";
import type { ProductSummary } from "../product";
import { Piece } from "./piece";

type StageProps = { pieces: ProductSummary[]; asOf: Date | undefined; children: ReactNode };

/** Six pieces on one line at one scale beside a ruler, the words in the air above the low ones. */
export const Stage = ({ pieces, asOf, children }: StageProps) => {
  const t = useTranslations("home");
  const tallest = Math.max(...pieces.map((piece) => piece.size.height / 10));
  return (
    <div className="stage" style={cssVars({ tallest })}>
      <div className="stage__words">{children}</div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a keyboard must reach what scrolls */}
      <section className="ruler-host" aria-label={t("stageLabel")} tabIndex={0}>
        <ul className="shelf shelf--true">
          {pieces.map((piece) => (
            <Piece key={piece.id} piece={piece} picture="true" brief asOf={asOf} />
          ))}
        </ul>
        <Ruler height={tallest} />
      </section>
    </div>
  );
};
