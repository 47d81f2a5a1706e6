import type { Text } from "../products/product.ts";
import type { Measures } from "./measures.ts";

const trimmed = (value: number, digits: number) => String(Number(value.toFixed(digits)));

const length = (mm: number): Text => ({
  ko: `${trimmed(mm / 10, 1)}센티미터`,
  en: `${trimmed(mm / 10, 1)} cm`,
});

const weight = (g: number): Text =>
  g < 1_000
    ? { ko: `${g}그램`, en: `${g} g` }
    : { ko: `${trimmed(g / 1_000, 1)}킬로그램`, en: `${trimmed(g / 1_000, 1)} kg` };

const volume = (ml: number): Text => {
  const litres = trimmed(ml / 1_000, 1);
  return ml < 1_000
    ? { ko: `${ml}밀리리터`, en: `${ml} ml` }
    : { ko: `${litres}리터`, en: litres === "1" ? "one litre" : `${litres} litres` };
};

/** A sentence with the piece's own measures in it. */
export const measured = (
  sentence: Text,
  { widthMm, heightMm, weightG, capacityMl }: Measures,
): Text => {
  const words = {
    "{d}": length(widthMm),
    "{h}": length(heightMm),
    "{g}": weight(weightG),
    "{ml}": volume(capacityMl ?? 0),
  };
  return Object.entries(words).reduce(
    (text, [mark, word]) => ({
      ko: text.ko.replaceAll(mark, word.ko),
      en: text.en.replaceAll(mark, word.en),
    }),
    sentence,
  );
};
