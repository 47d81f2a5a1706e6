"use client";

import { useEffect, useState, useSyncExternalStore } from "react";

import { forgetTold, type Trouble, wishes } from "../wishes";

const shownFor = 6000;

/** Says why a heart went back; goes by itself, but not under the pointer. */
export const WishTrouble = ({ words }: { words: Record<Trouble, string> }) => {
  const told = useSyncExternalStore(wishes.subscribe, wishes.told, wishes.toldOnServer);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!told || held) return undefined;
    const timer = setTimeout(forgetTold, shownFor);
    return () => clearTimeout(timer);
  }, [told, held]);
  return (
    <output
      className="toasts"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      {told && <span className="toast">{words[told.trouble]}</span>}
    </output>
  );
};
