import { convertHangulToQwerty, convertQwertyToAlphabet } from "es-hangul";

import { isHangul, lexemeOf } from "./folding.ts";

/** Fewer keys than these mean something by chance on the other side of the keyboard. */
const fewest = 3;

/** What the same keys write on the keyboard's other language: "ekdhks" is "다완", "ㅡㅐㅐㅜ" is "moon". */
export const otherLayout = (word: string) => {
  const other = isHangul(word) ? convertHangulToQwerty(word) : convertQwertyToAlphabet(word);
  const isPlain = /^[a-z]+$/i.test(isHangul(word) ? other : word);
  return isPlain && lexemeOf(other).length >= fewest ? [lexemeOf(other)] : [];
};
