import { useTranslations } from "next-intl";

import { Ghost } from "../../../ui/empty-shelf";
import type { ProductSummary } from "../../catalogue/product";
import { Piece } from "../../catalogue/ui/piece";
import { sizes } from "../../catalogue/ui/shelf";
import { Wish } from "./wish";

type Found = { id: string; piece: ProductSummary | null };

const Gone = ({ id }: { id: string }) => {
  const t = useTranslations("wishlist");
  return (
    <li className="piece piece--gone">
      <div className="piece__pic">
        <Ghost />
      </div>
      <div className="piece__label">
        <span className="piece__name">{t("gone")}</span>
        <span className="piece__maker">{t("goneWhy")}</span>
      </div>
      <Wish piece={{ id, name: t("gone") }} />
    </li>
  );
};

/** What was saved, as a shelf that a piece leaves when its heart is let go. */
export const WishShelf = ({ found }: { found: readonly Found[] }) => (
  <ul className="shelf shelf--photo wishes">
    {found.map(({ id, piece }, index) =>
      piece ? (
        <Piece key={id} piece={piece} picture="photo" sizes={sizes.page} first={index === 0} />
      ) : (
        <Gone key={id} id={id} />
      ),
    )}
  </ul>
);
