"use client";

import { useEffect, useState } from "react";

import type { FormNotice } from "../forms";
import type { FormWords } from "./form-words";

const inWords = (seconds: number, locale: string) => {
  const [value, unit] = seconds >= 60 ? [Math.ceil(seconds / 60), "minute"] : [seconds, "second"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
};

type CountdownProps = {
  notice: FormNotice;
  seconds: number;
  words: Pick<FormWords, "locale" | "waited">;
};

/** How long to wait, in words that grow shorter; a screen reader hears it at first and at the end. */
export const Countdown = ({ notice, seconds, words }: CountdownProps) => {
  const [passed, setPassed] = useState({ since: notice, seconds: 0 });
  useEffect(() => {
    const start = Date.now();
    const count = () =>
      setPassed({ since: notice, seconds: Math.floor((Date.now() - start) / 1000) });
    const timer = setInterval(count, 1000);
    return () => clearInterval(timer);
  }, [notice]);
  const left = seconds - (passed.since === notice ? passed.seconds : 0);
  if (left <= 0) return <output>{words.waited}</output>;
  const [before = "", after = ""] = notice.text.split("%s");
  return (
    <span aria-live="off">
      {before}
      <b>{inWords(left, words.locale)}</b>
      {after}
    </span>
  );
};
