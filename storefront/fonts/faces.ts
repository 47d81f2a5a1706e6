import localFont from "next/font/local";

/** What every page needs first; the packages' own subsets stand behind by unicode-range. */
export const body = localFont({
  src: "./body.woff2",
  weight: "400 600",
  display: "swap",
  variable: "--face-body",
  adjustFontFallback: "Arial",
});

export const display = localFont({
  src: "./display.woff2",
  weight: "400",
  display: "swap",
  variable: "--face-display",
  adjustFontFallback: "Times New Roman",
});
