import { useLocale } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { buttonClass } from "../../../ui/button";

type ListSearchProps = {
  /** The list's own page, without the language. */
  path: string;
  /** The view that is kept; undefined where all is shown. */
  view: string | undefined;
  q: string | undefined;
  longest: number;
  words: { searchFor: string; search: string };
};

/** Looks for something among what a list's view shows, by an address. */
export const ListSearch = ({ path, view, q, longest, words }: ListSearchProps) => (
  <search>
    <form className="input-row" action={`/${useLocale()}${path}`}>
      {view && <input type="hidden" name="view" value={view} />}
      <label className="sr" htmlFor="q">
        {words.searchFor}
      </label>
      <input
        className="input"
        id="q"
        name="q"
        type="search"
        defaultValue={q}
        maxLength={longest}
        placeholder={words.searchFor}
      />
      <button className={buttonClass()} type="submit">
        {words.search}
      </button>
    </form>
  </search>
);

type PagingProps = {
  /** Where the next page is, and where the first; null where this is the last, or the first. */
  next: string | null;
  start: string | null;
  words: { pages: string; next: string; fromStart: string };
};

/** On to the next page of a list, and back to its start. */
export const Paging = ({ next, start, words }: PagingProps) => {
  if (next === null && start === null) return null;
  return (
    <nav className="actions" aria-label={words.pages}>
      {next !== null && (
        <Link className={buttonClass()} rel="next" href={next}>
          {words.next}
        </Link>
      )}
      {start !== null && <Link href={start}>{words.fromStart}</Link>}
    </nav>
  );
};
