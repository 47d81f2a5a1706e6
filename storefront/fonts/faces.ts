import localFont from "next/font/local";

/**
 * What every page needs first. A face that is not there in time waits for the next page: text never
 * moves under the eyes of its reader.
 */
export const body = localFont({
  src: "./body.woff2",
  weight: "400 600",
  display: "optional",
  variable: "--face-body",
  adjustFontFallback: "Arial",
});

export const display = localFont({
  src: "./display.woff2",
  weight: "400",
  display: "optional",
  variable: "--face-display",
  adjustFontFallback: "Times New Roman",
});
