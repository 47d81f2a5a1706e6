import { preload } from "react-dom";

import type { Locale } from "../i18n/routing";
import bodyEn from "./body-en.woff2?url";
import bodyKo from "./body-ko.woff2?url";
import displayEn from "./display-en.woff2?url";
import displayKo from "./display-ko.woff2?url";

/** The addresses of the faces that `ui/styles/faces.css` gives to each language. */
const files: Record<Locale, string[]> = {
  ko: [bodyKo, displayKo],
  en: [bodyEn, displayEn],
};

/** Has a browser fetch the faces of a page before it has read the styles that name them. */
export const preloadFaces = (locale: Locale) => {
  for (const file of files[locale])
    preload(file, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
};
