"use client";

import { useEffect } from "react";

import { usePathname } from "../../i18n/navigation";

const bringMissing = async () => {
  const { bringRest } = await import("./rest");
  await bringRest();
};

/** The preloaded faces hold the shop's own words; a merchant's text may ask for more. */
export const RareGlyphs = () => {
  const path = usePathname();
  useEffect(() => {
    const wait = setTimeout(() => bringMissing().catch(() => undefined), 300);
    return () => clearTimeout(wait);
  }, [path]);
  return null;
};
