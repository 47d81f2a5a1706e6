"use client";

import { useEffect, useState } from "react";

import { Link } from "../../../i18n/navigation";

type CameAlongProps = { text: string; look: string; dismiss: string };

const shownFor = 10_000;

/** Told once, after a login: what the cart of before brought along. Goes by itself, but not under the pointer. */
export const CameAlong = ({ text, look, dismiss }: CameAlongProps) => {
  const [gone, setGone] = useState(false);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (gone || held) return undefined;
    const timer = setTimeout(() => setGone(true), shownFor);
    return () => clearTimeout(timer);
  }, [gone, held]);
  if (gone) return null;
  return (
    <output
      className="toasts"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <span className="toast">
        <span>{text}</span>
        <Link href="/cart" onFocus={() => setHeld(true)}>
          {look}
        </Link>
        <button type="button" onClick={() => setGone(true)}>
          {dismiss}
        </button>
      </span>
    </output>
  );
};
