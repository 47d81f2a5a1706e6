import { useLocale } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { buttonClass } from "../../../ui/button";
import { searchOf, type ViewChoice } from "../choice";
import { Tabs } from "./tabs";

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

type ViewProps<T extends string> = {
  /** The list's own page, without the language. */
  path: string;
  choice: ViewChoice<T>;
};
type ToolsProps<T extends string> = ViewProps<T> & {
  tabs: readonly (readonly [view: T | undefined, text: string])[];
  words: { views: string; searchFor: string; search: string };
};

/** The views of a list, and a search among what the present one shows. */
export const ViewTools = <T extends string>({ path, choice, tabs, words }: ToolsProps<T>) => (
  <div className="list-tools">
    <Tabs
      label={words.views}
      tabs={tabs.map(([view, text]) => ({
        href: `${path}${searchOf({ view, q: choice.q })}`,
        text,
        current: view === choice.view,
      }))}
    />
    <ListSearch path={path} view={choice.view} q={choice.q} longest={80} words={words} />
  </div>
);

type ViewPagingProps<T extends string> = ViewProps<T> & Pick<PagingProps, "next" | "words">;

/** On through a list as it is narrowed; `next` is what the API said comes after. */
export const ViewPaging = <T extends string>(props: ViewPagingProps<T>) => {
  const { path, next, words } = props;
  const { after, ...choice } = props.choice;
  return (
    <Paging
      next={next && `${path}${searchOf({ ...choice, after: next })}`}
      start={after === undefined ? null : `${path}${searchOf(choice)}`}
      words={words}
    />
  );
};
