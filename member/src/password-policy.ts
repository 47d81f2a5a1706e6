import { invalidField } from "@jangteo/shared/problem";
import { convertHangulToQwerty } from "es-hangul";

/** What a stranger would try first because of whose account it is. */
type About = { email: string; name: string };

const leastLength = 8;
const leastSigns = 4;
const shopWords = ["jangteo", "장터"];
const koreanPhrases = [
  ...["비밀번호", "사랑해요", "사랑합니다", "안녕하세요", "감사합니다", "고맙습니다"],
  ...["대한민국", "우리나라", "아이러브유", "행복하자", "행복하세요", "화이팅"],
];

/** As it is, and as its keys read when the Korean layout was on, or was not. */
const typed = (word: string) => new Set([word.normalize("NFKC"), convertHangulToQwerty(word)]);

const fold = (text: string) => text.normalize().toLowerCase();
const withoutEnding = (word: string) => word.replace(/[\d\p{P}\p{S}]{1,4}$/u, "");
/** Loaded with the first password that is chosen: few processes ever need it, and all would start later. */
const readCommon = async () => {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  const phrases = koreanPhrases.flatMap((phrase) => [...typed(phrase)]);
  return new Set([...dictionary["passwords-common"], ...phrases]);
};
const known: { common?: ReturnType<typeof readCommon> } = {};

const isCommon = (common: Set<string>, password: string) =>
  [...typed(password)].some((form) => common.has(form) || common.has(withoutEnding(form))) ||
  new Set(password).size < leastSigns;

/** Words of Hangul count from two syllables, others from four letters. */
const isTelling = (word: string) => word.length >= (/^[가-힣]+$/.test(word) ? 2 : 4);

const contextWords = ({ email, name }: About) => {
  const [local = ""] = fold(email).split("@");
  const words = [...shopWords, local, ...local.split(/[._+-]/), ...fold(name).split(/\s+/)];
  return words
    .filter(isTelling)
    .flatMap((word) => [...typed(word)])
    .toSorted((a, b) => b.length - a.length);
};

/**
 * Refuses a password that is guessed early: a common one, or one that is too short without the
 * shop's name, the person's name and the local part of the address.
 */
export const requireUncommon = async (pointer: string, password: string, about: About) => {
  const folded = fold(password);
  const rest = contextWords(about).reduce((text, word) => text.replaceAll(word, ""), folded);
  if (rest !== folded && rest.length < leastLength)
    throw invalidField(pointer, "context", "Leave out your name, your address and the shop's name");
  const common = await (known.common ??= readCommon());
  if (isCommon(common, folded) || isCommon(common, rest))
    throw invalidField(pointer, "common", "Many people use this password; choose another");
};
