import { useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import type { Audience } from "../../../lib/currency";
import { cssVars } from "../../../ui/css-vars";
import { listingHref } from "../choices";
import type { Collection, ProductSummary } from "../product";
import { listShelf } from "../queries";
import { Drawing } from "./drawing";

/** So many stand for a collection. */
const most = 5;

/** A few pieces on their line; the name beside them is the link. */
const LineUp = ({ pieces }: { pieces: ProductSummary[] }) => (
  <ul className="line-up" aria-hidden="true">
    {pieces.map((piece) => (
      <li key={piece.id} style={cssVars({ h: piece.size.height / 10 })}>
        <Drawing {...piece} />
      </li>
    ))}
  </ul>
);

type Row = { collection: Collection; pieces: ProductSummary[] };
type Heading = { heading: "h2" | "h3" };

const CollectionRow = ({ collection, pieces, heading: Name }: Row & Heading) => {
  const t = useTranslations("catalogue");
  const { slug, name, description, count } = collection;
  return (
    <li className="collection">
      <div>
        <Name>
          <Link href={listingHref({ collection: slug })}>{name}</Link>
        </Name>
        {description && <p className="soft small">{description}</p>}
        <p className="small faint">{t("count", { count })}</p>
      </div>
      <LineUp pieces={pieces} />
    </li>
  );
};

type CollectionRowsProps = { audience: Audience; collections: readonly Collection[] } & Heading;

/** Centimetres: the tallest piece of all, and the widest line. */
const scaleOf = (rows: Row[]) => ({
  tallest: Math.max(...rows.flatMap(({ pieces }) => pieces.map(({ size }) => size.height / 10))),
  across: Math.max(
    ...rows.map(({ pieces }) => pieces.reduce((sum, { size }) => sum + size.width / 10, 0)),
  ),
});

/** Each collection on which something stands: what it is, and a few of its pieces, all lines at one scale. */
export const CollectionRows = async ({ audience, collections, heading }: CollectionRowsProps) => {
  const filled = collections.filter(({ count }) => count > 0);
  const rows = await Promise.all(
    filled.map(async (collection): Promise<Row> => {
      const shelf = await listShelf(audience, { collection: collection.slug, limit: most });
      return { collection, pieces: shelf?.value ?? [] };
    }),
  );
  return (
    <ul className="collections" style={cssVars(scaleOf(rows))}>
      {rows.map((row) => (
        <CollectionRow key={row.collection.slug} {...row} heading={heading} />
      ))}
    </ul>
  );
};
