import type { Db } from "@jangteo/shared/database";
import { prepared } from "@jangteo/shared/prepared";
import { sql } from "drizzle-orm";

import { isHangul, lexemeOf, wordsOf } from "./folding.ts";
import { otherLayout } from "./keyboard.ts";
import { within } from "./spelling.ts";
import { synonymsOf } from "./synonyms.ts";

/** What somebody who typed something looks for. */
export type Meaning = Part & {
  /** What answers a part of it. */
  some: string;
};

const mostTerms = 6;
const mostLookUps = 80;
const silent = new Set("the a an for of with and in to 을 를 의 에 이 가".split(" "));

export type Known = { term: string; folded: string; shown: string | null; close: boolean };

/** The known words that begin with these, and those that are spelt alike: one statement for all. */
export const lookUp = async (db: Db, language: string, terms: string[]): Promise<Known[]> => {
  const statement = prepared(db, "look up", () =>
    db
      .select({
        term: sql<string>`asked.term`,
        folded: sql<string>`known.folded`,
        shown: sql<string | null>`known.shown`,
        close: sql<boolean>`known.close`,
      })
      .from(
        sql`unnest((select string_to_array(${sql.placeholder("terms")}, ' '))) as asked(term)
        cross join lateral (
          (select folded, shown, false as close from product.vocabulary
            where language = ${sql.placeholder("language")}
              and folded ~>=~ asked.term and folded ~<~ (asked.term || chr(65535))
            order by folded using ~<~ limit 40)
          union all
          (select folded, shown, true from product.vocabulary
            where language = ${sql.placeholder("language")} and folded % asked.term
              and length(asked.term) > 2
            order by similarity(folded, asked.term) desc, folded limit 15)
        ) as known`,
      )
      .prepare("look_up"),
  );
  return statement.execute({ terms: terms.join(" "), language });
};

/** "청자다완" as "청자" and "다완", "moonjar" as "moon" and "jar": every way to cut a word in two. */
const halvesOf = (word: string, syllables = 1): [string, string][] => {
  const least = isHangul(word) ? syllables : 3;
  const cuts = Math.max(0, Math.min(word.length, 14) - 2 * least + 1);
  if (word.length < 3) return [];
  return Array.from({ length: cuts }, (_, at) => [
    lexemeOf(word.slice(0, at + least)),
    lexemeOf(word.slice(at + least)),
  ]);
};

/** A short word with two neighbours swapped: too unlike itself to be found by its trigrams. */
const swapsOf = (term: string) =>
  term.length > 6
    ? []
    : Array.from(
        { length: Math.max(0, term.length - 1) },
        (_, at) =>
          `${term.slice(0, at)}${term.charAt(at + 1)}${term.charAt(at)}${term.slice(at + 2)}`,
      );

const quoted = (lexeme: string) => `'${lexeme}'`;
const beginning = (lexeme: string) => `'${lexeme}':*`;
const any = (parts: string[]) => `(${[...new Set(parts)].join(" | ")})`;
const all = (parts: string[]) => parts.join(" & ");

/** How many wrong letters are forgiven. */
const forgiven = (term: string) => (term.length < 8 ? 1 : 2);

const closest = (term: string, known: Known[]) => {
  const swaps = swapsOf(term);
  const near = known
    .filter((one) =>
      one.close ? one.term === term : one.folded === one.term && swaps.includes(one.term),
    )
    .map(({ folded }) => ({ folded, errors: within(term, folded, forgiven(term)) }))
    .filter(({ errors }) => errors <= forgiven(term));
  const least = Math.min(...near.map(({ errors }) => errors));
  return near.filter(({ errors }) => errors === least).map(({ folded }) => folded);
};

/** Two queries of `ts_rank`, all that is meant and what was typed; and the words they hold. */
type Part = { words: string; exact: string; found: string[] };

/** A word that the shop knows, or that means one it knows. */
const familiar = (term: string, known: Known[]): Part | undefined => {
  const begun = known.filter((one) => one.term === term && !one.close);
  const isKnown = begun.some(({ folded }) => folded === term);
  const synonyms = synonymsOf(term);
  if (begun.length === 0 && synonyms.length === 0) return undefined;
  const same = isKnown || begun.length === 0 ? synonyms : [];
  return {
    exact: any([term, ...same].map(quoted)),
    words: any([beginning(term), ...same.map(quoted)]),
    found: [term, ...same],
  };
};

const misspelt = (term: string, known: Known[]): Part | undefined => {
  const meant = closest(term, known);
  if (meant.length === 0) return undefined;
  const alike = meant.flatMap((lexeme) => [lexeme, ...synonymsOf(lexeme)]);
  return { exact: any(meant.map(quoted)), words: any(alike.map(quoted)), found: alike };
};

const both = (parts: Part[]): Part => ({
  words: all(parts.map(({ words }) => words)),
  exact: all(parts.map(({ exact }) => exact)),
  found: parts.flatMap(({ found }) => found),
});

/** Syllables that a half has at the least, and whether it must be a whole word that is known. */
type Cut = { least: number; whole: boolean };

const compound = (
  word: string,
  known: Known[],
  { least, whole: strict }: Cut,
): Part | undefined => {
  const isKnown = (half: string) => known.some((one) => one.term === half && one.folded === half);
  const cuts = halvesOf(word, least)
    .filter((halves) => !strict || halves.every(isKnown))
    .map((halves) => halves.map((half) => familiar(half, known)));
  const [whole] = cuts.filter((parts) => parts.every((part) => part !== undefined));
  return whole && both(whole.filter((part) => part !== undefined));
};

const either = (one: Part, other: Part | undefined): Part =>
  other
    ? {
        words: any([one.words, `(${other.words})`]),
        exact: any([one.exact, `(${other.exact})`]),
        found: [...one.found, ...other.found],
      }
    : one;

/** A half of one syllable is as often the rest of a misspelt word: "향꽃이" is no "향" of "꽃이". */
const partOf = (word: string, known: Known[]) => {
  const term = lexemeOf(word);
  const twoWords = compound(word, known, { least: 2, whole: true });
  const one = familiar(term, known);
  if (one) return either(one, twoWords);
  return (
    twoWords ??
    misspelt(term, known) ??
    otherLayout(word)
      .map((other) => familiar(other, known))
      .find((part) => part !== undefined) ??
    compound(word, known, { least: 1, whole: true }) ??
    (isHangul(word) ? compound(word, known, { least: 1, whole: false }) : undefined)
  );
};

const nothing: Meaning = { words: "", exact: "", found: [], some: "" };

/** Forgives typing errors, knows synonyms and compounds; leaves out what nothing is called. */
export const interpret = async (
  db: Db,
  { language }: { language: string },
  q: string,
): Promise<Meaning> => {
  const typed = [...new Set(wordsOf(q).map(({ word }) => word))];
  const telling = typed.filter((word) => !silent.has(word.toLowerCase()));
  const words = (telling.length > 0 ? telling : typed).slice(0, mostTerms);
  if (words.length === 0) return nothing;
  const terms = words.flatMap((word) => {
    const term = lexemeOf(word);
    return [term, ...otherLayout(word), ...halvesOf(word).flat(), ...swapsOf(term)];
  });
  const known = await lookUp(db, language, [...new Set(terms)].slice(0, mostLookUps));
  const parts = words.map((word) => partOf(word, known)).filter((part) => part !== undefined);
  if (parts.length === 0) return nothing;
  return { ...both(parts), some: any(parts.map((part) => part.words)) };
};
