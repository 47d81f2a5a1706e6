import glyphs from "../../fonts/glyphs.json";

const held = { body: new Set(glyphs.body), display: new Set(glyphs.display) };

/** The packages' own subsets, of which a browser fetches those that the text on show needs. */
const rest = {
  body: () => import("./rest-of-body"),
  display: () => import("./rest-of-display"),
};

const isMissing = (face: keyof typeof held, text: string) =>
  Array.from(text).some((glyph) => glyph > " " && !held[face].has(glyph));

const said = (where: string) =>
  Array.from(document.querySelectorAll<HTMLElement>(where), (one) => one.innerText).join("");

/** Fetches what the page on show needs and the preloaded faces do not hold. */
export const bringRest = async () => {
  if (isMissing("body", said("body"))) await rest.body();
  if (isMissing("display", said("h1, h2, h3, blockquote"))) await rest.display();
};
