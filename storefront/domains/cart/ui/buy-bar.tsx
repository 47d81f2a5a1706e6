"use client";

import { useEffect, useRef, useState } from "react";

import { Button } from "../../../ui/button";
import type { Preview } from "../wanted";
import type { CartWords } from "../words";
import { useMoney } from "./amount";

type BuyBarProps = {
  preview: Preview;
  words: Pick<CartWords, "add" | "adding">;
  busy: boolean;
};

/** On phones the price and the button, for as long as the form's own button is out of view. */
export const BuyBar = ({ preview, words, busy }: BuyBarProps) => {
  const money = useMoney();
  const mark = useRef<HTMLSpanElement>(null);
  const [away, setAway] = useState(false);
  useEffect(() => {
    const watch = new IntersectionObserver(([seen]) => setAway(seen?.isIntersecting === false));
    if (mark.current) watch.observe(mark.current);
    return () => watch.disconnect();
  }, []);
  return (
    <>
      <span ref={mark} aria-hidden="true" />
      {away && (
        <div className="buy-bar">
          <span>
            <span className="price">{money(preview.unitPrice)}</span>
            <span className="small faint buy-bar__what">
              {[preview.name, ...preview.options.map(({ value }) => value)].join(" · ")}
            </span>
          </span>
          <Button type="submit" look="act" busy={busy}>
            {busy ? words.adding : words.add}
          </Button>
        </div>
      )}
    </>
  );
};
