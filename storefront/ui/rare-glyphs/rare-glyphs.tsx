"use client";

import { useEffect, useRef } from "react";

import { usePathname } from "../../i18n/navigation";

const bringMissing = async () => {
  const { bringRest } = await import("./rest");
  await bringRest();
};

/** The preloaded faces hold the shop's own words; a merchant's text may ask for more. */
export const RareGlyphs = () => {
  const path = usePathname();
  const read = useRef("");
  useEffect(() => {
    if (read.current === path) return;
    read.current = path;
    bringMissing().catch(() => undefined);
  }, [path]);
  return null;
};
