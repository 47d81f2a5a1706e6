"use client";

import { useEffect, useState } from "react";

const inWords = (seconds: number, locale: string) => {
  const [value, unit] = seconds >= 60 ? [Math.ceil(seconds / 60), "minute"] : [seconds, "second"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
};

type CountdownProps = { text: string; seconds: number; locale: string };

/** How long to wait, in words that grow shorter; told once to a screen reader, not every second. */
export const Countdown = ({ text, seconds, locale }: CountdownProps) => {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const end = Date.now() + seconds * 1000;
    const timer = setInterval(
      () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000))),
      1000,
    );
    return () => clearInterval(timer);
  }, [seconds]);
  const [before = "", after = ""] = text.split("%s");
  return (
    <span aria-live="off">
      {before}
      <b>{inWords(left, locale)}</b>
      {after}
    </span>
  );
};
