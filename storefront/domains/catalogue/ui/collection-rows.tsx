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

/** A few pieces on their line, all at one scale; the name beside them is the link. */
const LineUp = ({ pieces }: { pieces: ProductSummary[] }) => {
  const tallest = Math.max(...pieces.map((piece) => piece.size.height / 10));
  const across = pieces.reduce((sum, piece) => sum + piece.size.width / 10, 0);
  return (
    <ul className="line-up" style={cssVars({ tallest, across })} aria-hidden="true">
      {pieces.map((piece) => (
        <li key={piece.id} style={cssVars({ h: piece.size.height / 10 })}>
          <Drawing {...piece} />
        </li>
      ))}
    </ul>
  );
};

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

/** Each collection on which something stands: what it is, and a few of its pieces. */
export const CollectionRows = async ({ audience, collections, heading }: CollectionRowsProps) => {
  const filled = collections.filter(({ count }) => count > 0);
  const rows = await Promise.all(
    filled.map(async (collection): Promise<Row> => {
      const shelf = await listShelf(audience, { collection: collection.slug, limit: most });
      return { collection, pieces: shelf?.value ?? [] };
    }),
  );
  return (
    <ul className="collections">
      {rows.map((row) => (
        <CollectionRow key={row.collection.slug} {...row} heading={heading} />
      ))}
    </ul>
  );
};
