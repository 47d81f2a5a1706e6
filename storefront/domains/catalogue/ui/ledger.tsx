import { useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { Price } from "../../../ui/price";
import type { ProductSummary } from "../product";
import { sizeText } from "./dimensions";
import { Drawing } from "./drawing";
import { glazeName } from "./glaze-name";

/** A kiln's list: rows, not cards. */
export const Ledger = ({ caption, pieces }: { caption: string; pieces: ProductSummary[] }) => {
  const t = useTranslations("catalogue");
  return (
    <table className="ledger">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr">{t("picture")}</span>
          </th>
          <th scope="col">{t("name")}</th>
          <th scope="col" className="hide-phone">
            {t("glaze")}
          </th>
          <th scope="col" className="hide-phone">
            {t("size")}
          </th>
          <th scope="col">{t("stock")}</th>
          <th scope="col" className="end">
            {t("price")}
          </th>
        </tr>
      </thead>
      <tbody>
        {pieces.map((piece) => (
          <tr key={piece.id}>
            <td className="ledger__pic">
              <Drawing {...piece} />
            </td>
            <th scope="row">
              <Link href={`/products/${piece.slug}`}>{piece.name}</Link>
            </th>
            <td className="hide-phone">{glazeName(t, piece.glaze)}</td>
            <td className="hide-phone nowrap">{sizeText(piece.size)}</td>
            <td className="nowrap">{t("number", { count: piece.stock })}</td>
            <td className="end">
              <Price price={piece.price} varies={piece.priceVaries} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
