import { useFormatter, useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { KeptPicture } from "../../orders/ui/kept-picture";
import type { Received } from "../queries";

const marks = { pending: "wait", published: "done", rejected: "over" } as const;

const ReceivedRow = ({ received }: { received: Received }) => {
  const t = useTranslations("reviews");
  const format = useFormatter();
  const { productId, name, picture, receivedAt, review } = received;
  return (
    <li className="line order-row">
      <KeptPicture picture={picture} />
      <Link className="line__name" href={`/account/reviews/${productId}`}>
        {name}
      </Link>
      <span className="small">{review ? t("outOf", { rating: review.rating }) : t("write")}</span>
      <span className="faint">
        {t("received", { date: format.dateTime(new Date(receivedAt), { dateStyle: "medium" }) })}
      </span>
      {review && (
        <span className={`status status--${marks[review.state]}`}>
          {t(`states.${review.state}`)}
        </span>
      )}
    </li>
  );
};

export const ReceivedRows = ({ items }: { items: readonly Received[] }) => (
  <ul className="lines">
    {items.map((received) => (
      <ReceivedRow key={received.productId} received={received} />
    ))}
  </ul>
);
