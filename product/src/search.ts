import type { Db } from "@jangteo/shared/database";
import { sql } from "drizzle-orm";

import { isHangul, lexemeOf, wordsOf } from "./folding.ts";
import { prepared } from "./prepared.ts";
import { within } from "./spelling.ts";
import { synonymsOf } from "./synonyms.ts";

/** What somebody who typed something looks for, as the two queries of `ts_rank`, and their words. */
export type Meaning = { words: string; exact: string; found: string[] };

const mostTerms = 6;
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
        sql`unnest(string_to_array(${sql.placeholder("terms")}, ' ')) as asked(term)
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

/** "청자다완" as "청자" and "다완": every way to cut a Hangul word in two. */
const halvesOf = (word: string): [string, string][] =>
  isHangul(word) && word.length > 2 && word.length < 10
    ? Array.from({ length: word.length - 1 }, (_, at) => [
        lexemeOf(word.slice(0, at + 1)),
        lexemeOf(word.slice(at + 1)),
      ])
    : [];

const quoted = (lexeme: string) => `'${lexeme}'`;
const beginning = (lexeme: string) => `'${lexeme}':*`;
const any = (parts: string[]) => `(${[...new Set(parts)].join(" | ")})`;
const all = (parts: string[]) => parts.join(" & ");

/** How many wrong letters are forgiven. */
const forgiven = (term: string) => (term.length < 4 ? 1 : term.length < 8 ? 1 : 2);

const closest = (term: string, known: Known[]) => {
  const near = known
    .filter((one) => one.close && one.term === term)
    .map(({ folded }) => ({ folded, errors: within(term, folded, forgiven(term)) }))
    .filter(({ errors }) => errors <= forgiven(term));
  const least = Math.min(...near.map(({ errors }) => errors));
  return near.filter(({ errors }) => errors === least).map(({ folded }) => folded);
};

type Part = { words: string; exact: string; found: string[] };

const partOf = (word: string, known: Known[]): Part | undefined => {
  const term = lexemeOf(word);
  const begun = known.filter((one) => one.term === term && !one.close);
  const isKnown = begun.some(({ folded }) => folded === term);
  const synonyms = synonymsOf(term);
  if (begun.length > 0 || synonyms.length > 0) {
    const same = isKnown || begun.length === 0 ? synonyms : [];
    return {
      exact: any([quoted(term), ...same.map(quoted)]),
      words: any([beginning(term), ...same.map(quoted)]),
      found: [term, ...same],
    };
  }
  const cut = halvesOf(word).find((halves) =>
    halves.every((half) => known.some((one) => one.term === half && one.folded === half)),
  );
  if (cut) return { exact: all(cut.map(quoted)), words: all(cut.map(beginning)), found: cut };
  const meant = closest(term, known);
  if (meant.length === 0) return undefined;
  const alike = meant.flatMap((lexeme) => [lexeme, ...synonymsOf(lexeme)]);
  return { exact: any(meant.map(quoted)), words: any(alike.map(quoted)), found: alike };
};

const nothing: Meaning = { words: "", exact: "", found: [] };

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
  const terms = words.flatMap((word) => [lexemeOf(word), ...halvesOf(word).flat()]);
  const known = await lookUp(db, language, [...new Set(terms)]);
  const parts = words.map((word) => partOf(word, known)).filter((part) => part !== undefined);
  return {
    words: all(parts.map((part) => part.words)),
    exact: all(parts.map((part) => part.exact)),
    found: parts.flatMap((part) => part.found),
  };
};
