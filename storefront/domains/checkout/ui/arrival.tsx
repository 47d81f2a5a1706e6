"use client";

import { useEffect } from "react";

/** After a section was saved, focus goes to the next one. */
export const Arrival = ({ name }: { name: string }) => {
  useEffect(() => document.getElementById(name)?.focus(), [name]);
  return null;
};
