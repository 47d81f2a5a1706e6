import glyphs from "../../fonts/glyphs.json";

/** What the faces of the page's language hold. */
const heldIn = (language: string) => (language === "ko" ? glyphs.ko : glyphs.en);

/** The packages' own subsets, of which a browser fetches those that the text on show needs. */
const rest = {
  body: () => import("./rest-of-body"),
  display: () => import("./rest-of-display"),
};

const isMissing = (face: keyof typeof rest, text: string) => {
  const held = new Set(heldIn(document.documentElement.lang)[face]);
  return Array.from(text).some((glyph) => glyph > " " && !held.has(glyph));
};

const said = (where: string) =>
  Array.from(document.querySelectorAll<HTMLElement>(where), (one) => one.innerText).join("");

/** Fetches what the page on show needs and the preloaded faces do not hold. */
export const bringRest = async () => {
  if (isMissing("body", said("body"))) await rest.body();
  if (isMissing("display", said("h1, h2, h3, blockquote"))) await rest.display();
};
