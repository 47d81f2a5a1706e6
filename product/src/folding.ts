import { LRUCache } from "lru-cache";

const initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const finals =
  "ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ".split(
    " ",
  );

const vowels = "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".split(
  " ",
);

const letterOf = (jamo: string) => {
  const code = jamo.charCodeAt(0);
  if (code < 0x1113) return initials.charAt(code - 0x1100);
  if (code < 0x1176) return vowels[code - 0x1161] ?? jamo;
  return finals[code - 0x11a8] ?? jamo;
};

/**
 * Hangul as the letters one types, in their order, and Latin in lower case without accents: "갑" is
 * the beginning of "가방", as it is on the keyboard.
 */
export const fold = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}+/gu, "")
    .replaceAll(/[\u1100-\u1112\u1161-\u1175\u11a8-\u11c2]/g, letterOf);

export const isHangul = (word: string) => /^[\uac00-\ud7a3\u3131-\u3163]+$/.test(word);

const singular = (word: string) => {
  if (!/^[a-z]{4,}$/.test(word) || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(ch|sh|x|z|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
};

/** Words that were folded already: products share most of theirs. */
const folded = new LRUCache<string, string>({ max: 20_000 });

/** The form in which a word is stored and looked for. */
export const lexemeOf = (word: string) => {
  const lexeme = folded.get(word) ?? singular(fold(word)).slice(0, 60);
  folded.set(word, lexeme);
  return lexeme;
};

/** The words of a text with where they stand in it. */
export const wordsOf = (text: string) =>
  [...text.normalize().matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));

/** A word and, in Hangul, what it ends with: "청자다완" is found by "다완" as well. */
export const partsOf = (word: string) => {
  if (!isHangul(word)) return [lexemeOf(word)];
  const tails = Array.from({ length: Math.max(1, Math.min(word.length, 12) - 1) }, (_, at) =>
    lexemeOf(word.slice(at)),
  );
  return tails;
};
