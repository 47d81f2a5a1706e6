import { cssVars } from "../../../ui/css-vars";
import type { Choices } from "../choices";
import type { ProductSummary } from "../product";
import { Piece } from "./piece";

type ShelfProps = {
  pieces: ProductSummary[];
  view: Choices["view"];
  /** Beside the filters, or as wide as the page. */
  room?: "listing" | "page";
  asOf?: Date | undefined;
};

/** How wide a photograph is: two in a row on phones, else three. */
export const sizes = {
  listing: "(min-width: 62rem) min(21vw, 310px), (min-width: 46rem) 30vw, 46vw",
  page: "(min-width: 46rem) min(30vw, 420px), 46vw",
};

/** Every piece on its line, as photographs or all at one scale. */
export const Shelf = ({ pieces, view, room = "listing", asOf }: ShelfProps) => {
  const tallest = Math.max(...pieces.map((piece) => piece.size.height / 10));
  const widest = Math.max(...pieces.map((piece) => piece.size.width / 10));
  const picture = view === "scale" ? "true" : "photo";
  return (
    <ul className={`shelf shelf--${picture}`} style={cssVars({ tallest, widest })}>
      {pieces.map((piece, index) => (
        <Piece
          key={piece.id}
          {...{ piece, picture, asOf }}
          sizes={sizes[room]}
          first={room === "listing" && index === 0}
        />
      ))}
    </ul>
  );
};
