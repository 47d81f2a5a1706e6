import { useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { cssVars } from "../../../ui/css-vars";
import { Picture } from "../../../ui/picture";
import { Price } from "../../../ui/price";
import { Wish } from "../../wishlist/ui/wish";
import { isCut, percentOff, type ProductSummary } from "../product";
import { AsOf } from "./as-of";
import { acrossText } from "./dimensions";
import { Drawing } from "./drawing";
import { Highlighted } from "./highlighted";
import { Rating } from "./rating";

type PieceProps = {
  piece: ProductSummary;
  picture: "photo" | "true";
  sizes?: string;
  /** The first picture of the page. */
  first?: boolean;
  brief?: boolean;
  /** When its price was right, if that is no longer sure. */
  asOf?: Date | undefined;
};

const PieceNote = ({ piece }: { piece: ProductSummary }) => {
  const t = useTranslations("catalogue");
  if (piece.availability === "sold_out") return <span className="piece__note">{t("soldOut")}</span>;
  if (piece.listPrice && isCut(piece)) {
    const percent = percentOff(piece.price, piece.listPrice);
    return <span className="piece__note piece__note--iron">{t("percentOff", { percent })}</span>;
  }
  if (piece.availability === "low_stock") {
    return <span className="piece__note">{t("left", { count: piece.stock })}</span>;
  }
  return null;
};

/** One piece on a shelf, as a photograph or at its true size; the whole piece is the link. */
export const Piece = ({
  piece,
  picture,
  sizes = "",
  first = false,
  brief = false,
  asOf,
}: PieceProps) => (
  <li
    className={piece.availability === "sold_out" ? "piece piece--out" : "piece"}
    style={cssVars({ h: piece.size.height / 10 })}
  >
    <div className="piece__pic">
      {picture === "photo" && piece.picture ? (
        <Picture picture={piece.picture} alt="" sizes={sizes} first={first} />
      ) : (
        <Drawing {...piece} />
      )}
    </div>
    <div className="piece__label">
      {!brief && (
        <span className="piece__maker">
          {piece.maker} · <span className="nowrap">{acrossText(piece.size)}</span>
        </span>
      )}
      <Link className="piece__name" href={`/products/${piece.slug}`}>
        <Highlighted text={piece.name} parts={piece.highlights} />
      </Link>
      <Price
        price={piece.price}
        listPrice={brief ? null : piece.listPrice}
        varies={piece.priceVaries}
      />
      <AsOf time={asOf} />
      {!brief && <Rating rating={piece.rating} />}
      {!brief && <PieceNote piece={piece} />}
    </div>
    {!brief && <Wish piece={piece} />}
  </li>
);
