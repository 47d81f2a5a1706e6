"use client";

import { useLocale } from "next-intl";
import { useState } from "react";

import { pressKey } from "../../../lib/visit";

/** What a form carries without JavaScript: its language, and a key under which it happens once. */
export const FormKey = () => {
  const [key] = useState(pressKey);
  return (
    <>
      <input type="hidden" name="locale" value={useLocale()} />
      <input type="hidden" name="key" value={key} suppressHydrationWarning />
    </>
  );
};
