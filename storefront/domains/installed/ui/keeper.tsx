"use client";

import { useEffect, useRef } from "react";

import { usePathname } from "../../../i18n/navigation";

/** What this page is made of, the page itself first. */
const parts = () => [
  location.href.split("#", 1)[0],
  ...performance.getEntriesByType("resource").map(({ name }) => name),
];

/** Later pages go through the worker; the one before it came tells it what to keep. */
const startWorker = async () => {
  const { controller, ready } = navigator.serviceWorker;
  await navigator.serviceWorker.register("/sw.js");
  if (controller === null) (await ready).active?.postMessage(parts());
};

/** Lets the shop be browsed without a connection, as far as it was seen. */
export const Keeper = () => {
  const path = usePathname();
  const shown = useRef(path);
  useEffect(() => {
    if (process.env.NODE_ENV === "production" && "serviceWorker" in navigator)
      startWorker().catch(() => undefined);
  }, []);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    // Only a whole page is ever shown as kept; this one came from the shop.
    delete document.documentElement.dataset["kept"];
  }, [path]);
  return null;
};
