"use client";

import { useEffect, useSyncExternalStore } from "react";

import { Link } from "../../../i18n/navigation";
import { Button } from "../../../ui/button";
import { forgetSeen, keptSeen, parseSeen, rememberSeen, type Seen } from "../seen";

type RecentlyViewedProps = { piece: Seen; labels: { title: string; forget: string } };

const most = 6;

/** What this browser looked at before; only it knows, and it forgets when told so. */
export const RecentlyViewed = ({ piece, labels }: RecentlyViewedProps) => {
  const kept = useSyncExternalStore(keptSeen.subscribe, keptSeen.read, keptSeen.onServer);
  const current = JSON.stringify(piece);
  useEffect(() => rememberSeen(JSON.parse(current)), [current]);
  const seen = parseSeen(kept)
    .filter(({ slug, locale }) => slug !== piece.slug && locale === piece.locale)
    .slice(0, most);
  if (seen.length === 0) return null;
  return (
    <section className="wrap section" aria-labelledby="seen">
      <div className="section__head">
        <h2 id="seen">{labels.title}</h2>
        <p>
          <Button look="quiet" onClick={forgetSeen}>
            {labels.forget}
          </Button>
        </p>
      </div>
      <ul className="seen">
        {seen.map(({ slug, name, picture }) => (
          <li key={slug}>
            <Link href={`/products/${slug}`}>
              {picture && (
                // oxlint-disable-next-line next/no-img-element -- the file that fits was chosen on the server
                <img
                  src={picture.url}
                  width={picture.width}
                  height={picture.height}
                  alt=""
                  loading="lazy"
                />
              )}
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
