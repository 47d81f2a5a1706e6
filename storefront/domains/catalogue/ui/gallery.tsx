import { useTranslations } from "next-intl";

import { Picture } from "../../../ui/picture";
import type { Product } from "../product";
import { acrossText } from "./dimensions";
import { Drawing } from "./drawing";

type View = Product["pictures"][number]["view"];

const place: Record<View, number> = { wide: 0, main: 1, detail: 2 };

/** The drawing with its measures; the photographs beside it never say how big a thing is. */
const MeasuredDrawing = ({ piece }: { piece: Product }) => {
  const t = useTranslations("catalogue");
  const { width, height } = piece.size;
  return (
    <figure className="gallery__measure">
      <figcaption className="sr">
        {t("measures", { width: width / 10, height: height / 10 })}
      </figcaption>
      <div className={height > width ? "gallery__tall" : undefined} aria-hidden="true">
        <Drawing {...piece} />
        <span className="dim dim--w">
          <b>{acrossText(piece.size)}</b>
        </span>
        <span className="dim dim--h">
          <b>{height / 10}</b>
        </span>
      </div>
    </figure>
  );
};

/** The widest picture large, then the measured drawing and the close view. */
export const Gallery = ({ piece }: { piece: Product }) => {
  const [first, ...rest] = piece.pictures.toSorted((a, b) => place[a.view] - place[b.view]);
  const close = rest.find(({ view }) => view === "detail") ?? rest[0];
  return (
    <div className="gallery">
      {first && (
        <Picture
          className="gallery__main"
          picture={first}
          sizes="(min-width: 62rem) min(58vw, 840px), 100vw"
          first
        />
      )}
      <MeasuredDrawing piece={piece} />
      {close && <Picture picture={close} sizes="(min-width: 62rem) min(29vw, 420px), 50vw" />}
    </div>
  );
};
