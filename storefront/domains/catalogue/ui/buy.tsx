import { formatMoney } from "@jangteo/shared/money";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Link } from "../../../i18n/navigation";
import { Price } from "../../../ui/price";
import { Wish } from "../../wishlist/ui/wish";
import { listingHref } from "../choices";
import { isCut, type Product, type Variant } from "../product";
import { AsOf } from "./as-of";
import { sizeText } from "./dimensions";
import { glazeName } from "./glaze-name";
import { Rating } from "./rating";

const Stock = ({ piece: { availability, stock } }: { piece: Product }) => {
  const t = useTranslations("catalogue");
  if (availability === "sold_out")
    return <span className="status status--bad">{t("soldOut")}</span>;
  if (availability === "low_stock")
    return <span className="status status--wait">{t("left", { count: stock })}</span>;
  return <span className="status status--done">{t("inStock", { count: stock })}</span>;
};

/** Beside a cut price, what the piece cost at its lowest in the month before. */
const LowestPrior = ({ piece }: { piece: Product }) => {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  if (!piece.lowestPriorPrice || !isCut(piece)) return null;
  const price = formatMoney(piece.lowestPriorPrice, locale);
  return <p className="small faint">{t("lowestPrior", { price })}</p>;
};

/** What one costs when more are taken. */
const Tiers = ({ tiers }: Pick<Variant, "tiers">) => {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  if (tiers.length === 0) return null;
  return (
    <ul className="small soft">
      {tiers.map(({ quantity, price }) => (
        <li key={quantity}>{t("tier", { count: quantity, price: formatMoney(price, locale) })}</li>
      ))}
    </ul>
  );
};

/** Who made it, and the way to all that they made. */
const Maker = ({ piece }: { piece: Product }) => {
  const maker = piece.attributes.find(({ code }) => code === "maker")?.values[0];
  if (!maker) return piece.maker;
  return <Link href={listingHref({ attributes: [`maker:${maker.code}`] })}>{maker.name}</Link>;
};

const inUnits = (amount: number, small: string, large: string) =>
  amount >= 1000 ? `${amount / 1000} ${large}` : `${amount} ${small}`;

const Facts = ({ piece }: { piece: Product }) => {
  const t = useTranslations("catalogue");
  const measures = [
    sizeText(piece.size),
    piece.capacity === null ? null : inUnits(piece.capacity, "ml", "L"),
    inUnits(piece.weight, "g", "kg"),
  ];
  return (
    <dl className="facts">
      <dt>{t("size")}</dt>
      <dd>{measures.filter((measure) => measure !== null).join(" · ")}</dd>
      <dt>{t("glaze")}</dt>
      <dd className="facts__glaze">
        <span className="dot" style={{ background: `var(--glaze-${piece.glaze})` }} />
        {glazeName(t, piece.glaze)}
      </dd>
      <dt>{t("material")}</dt>
      <dd>{piece.material}</dd>
      <dt>{t("care")}</dt>
      <dd>{piece.care}</dd>
      <dt>{t("sku")}</dt>
      <dd className="num">{piece.sku}</dd>
      <dt>{t("delivery")}</dt>
      <dd>{t("deliveryText")}</dd>
      <dt>{t("returns")}</dt>
      <dd>{t("returnsText")}</dd>
    </dl>
  );
};

type BuyProps = {
  piece: Product;
  tiers: Variant["tiers"];
  /** When the price was right, if that is no longer sure. */
  asOf: Date | undefined;
  children: ReactNode;
};

/** Everything that decides a purchase, beside the pictures. */
export const Buy = ({ piece, tiers, asOf, children }: BuyProps) => (
  <div className="buy">
    <div>
      <p className="small soft">
        <Maker piece={piece} />
      </p>
      <h1 tabIndex={-1}>{piece.name}</h1>
    </div>
    <p className="buy__price">
      <Price price={piece.price} listPrice={piece.listPrice} /> <AsOf time={asOf} />
    </p>
    {piece.rating && (
      <p className="small">
        <a href="#reviews">
          <Rating rating={piece.rating} />
        </a>
      </p>
    )}
    <LowestPrior piece={piece} />
    <Tiers tiers={tiers} />
    <p className="soft">{piece.description}</p>
    {children}
    <p className="small">
      <Stock piece={piece} />
    </p>
    <Wish piece={piece} wordy />
    <Facts piece={piece} />
  </div>
);
