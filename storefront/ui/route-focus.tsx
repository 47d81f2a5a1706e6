"use client";

import { useEffect, useRef } from "react";

import { usePathname } from "../i18n/navigation";

/** After a change of page, focus goes to its title, as it would after a full load. */
export const RouteFocus = () => {
  const path = usePathname();
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    document.querySelector<HTMLElement>("main h1[tabindex='-1']")?.focus({ preventScroll: true });
  }, [path]);
  return null;
};
