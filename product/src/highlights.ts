import { lexemeOf, partsOf, wordsOf } from "./folding.ts";
import type { Meaning } from "./search.ts";

/** The words of a name that a search found. */
export const highlightsIn = (name: string, { found }: Pick<Meaning, "found">) =>
  wordsOf(name)
    .filter(({ word }) =>
      [lexemeOf(word), ...partsOf(word)].some((part) =>
        found.some((lexeme) => part.startsWith(lexeme) || lexeme === part),
      ),
    )
    .map(({ start, end }) => ({ start, end }));
