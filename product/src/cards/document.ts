import type { Language } from "@jangteo/shared/contract";

import { isHangul, lexemeOf, partsOf, wordsOf } from "../folding.ts";
import type { Source } from "./source.ts";

type Weight = "A" | "B" | "C" | "D";

const joined = (words: string[]) =>
  words.slice(1).flatMap((word, at) => {
    const before = words[at] ?? "";
    return isHangul(before) && isHangul(word) ? [lexemeOf(before + word)] : [];
  });

const textsOf = (source: Source, language: Language): [Weight, string][] => {
  const { product } = source;
  const other = language === "ko" ? "en" : "ko";
  const about = [
    ...source.path.map(({ name }) => name),
    ...source.collections.map(({ name }) => name),
    ...source.attributes.map(({ value }) => value.name),
    ...source.options.flatMap(({ values }) => values.map(({ name }) => name)),
  ];
  return [
    ["A", product.name[language]],
    ...about.map((name) => ["B", name[language]] satisfies [Weight, string]),
    ["B", source.variants.map(({ sku }) => sku).join(" ")],
    ["C", product.name[other]],
    ...about.map((name) => ["D", name[other]] satisfies [Weight, string]),
    ["C", product.material[language]],
    ["D", product.description[language]],
  ];
};

/** What a product is found by in a language, and the words that makes known. */
export const documentOf = (source: Source, language: Language) => {
  const weights = new Map<string, Weight>();
  const shown = new Map<string, string | null>();
  for (const [weight, text] of textsOf(source, language)) {
    const words = wordsOf(text).map(({ word }) => word);
    const lexemes = [...words.flatMap(partsOf), ...(weight === "A" ? joined(words) : [])];
    for (const lexeme of lexemes) if (!weights.has(lexeme)) weights.set(lexeme, weight);
    for (const word of words) {
      const folded = lexemeOf(word);
      if (!shown.get(folded)) shown.set(folded, weight < "C" && word.length > 1 ? word : null);
    }
  }
  const lexemes = [...weights].map(([lexeme, weight], at) => `'${lexeme}':${at + 1}${weight}`);
  return {
    document: {
      productId: source.product.id,
      language,
      name: source.product.name[language],
      words: lexemes.join(" "),
    },
    vocabulary: [...weights.keys()].map((folded) => ({
      language,
      folded,
      shown: shown.get(folded) ?? null,
    })),
  };
};
