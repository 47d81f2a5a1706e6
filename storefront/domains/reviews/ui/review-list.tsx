import { useFormatter, useTranslations } from "next-intl";

import type { ReviewPage } from "../queries";

type Said = ReviewPage["items"][number];

/** Who said it, how they rate it, and when. */
export const Byline = ({
  authorName,
  rating,
  createdAt,
}: Omit<Said, "id" | "text" | "language">) => {
  const t = useTranslations("reviews");
  const format = useFormatter();
  return (
    <p className="small">
      <b>{authorName}</b>
      <br />
      <span className="faint">
        {t("outOf", { rating })} ·{" "}
        <time dateTime={createdAt}>
          {format.dateTime(new Date(createdAt), { dateStyle: "medium" })}
        </time>
      </span>
    </p>
  );
};

export const ReviewList = ({ items }: { items: readonly Said[] }) => (
  <ul className="reviews">
    {items.map(({ id, text, language, ...by }) => (
      <li className="review" key={id}>
        <Byline {...by} />
        <p className="measure" lang={language}>
          {text}
        </p>
      </li>
    ))}
  </ul>
);
