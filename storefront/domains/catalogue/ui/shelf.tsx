import { cssVars } from "../../../ui/css-vars";
import type { Choices } from "../choices";
import type { ProductSummary } from "../product";
import { Piece } from "./piece";

type ShelfProps = {
  pieces: ProductSummary[];
  view: Choices["view"];
  /** How many pictures come at once. */
  eager?: number;
};

/** Every piece on its line, as photographs or all at one scale. */
export const Shelf = ({ pieces, view, eager = 3 }: ShelfProps) => {
  const tallest = Math.max(...pieces.map((piece) => piece.size.height / 10));
  const widest = Math.max(...pieces.map((piece) => piece.size.width / 10));
  const picture = view === "scale" ? "true" : "photo";
  return (
    <ul className={`shelf shelf--${picture}`} style={cssVars({ tallest, widest })}>
      {pieces.map((piece, index) => (
        <Piece key={piece.id} piece={piece} picture={picture} eager={index < eager} />
      ))}
    </ul>
  );
};
