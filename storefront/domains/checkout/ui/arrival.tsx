"use client";

import { useEffect } from "react";

/** After a section was saved, focus goes to the next one; `at` is another each time. */
export const Arrival = ({ at, name }: { at: string; name: string }) => {
  useEffect(() => document.getElementById(name)?.focus(), [at, name]);
  return null;
};
