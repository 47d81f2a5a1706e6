"use client";

import { type KeyboardEvent, useEffect, useId, useState } from "react";

import { Button } from "./button";
import { fetchSuggestions, type Suggestion } from "./suggestions";

export type SearchLabels = {
  search: string;
  searchFor: string;
  suggestions: string;
  suggested: string;
};

type SearchFieldProps = { locale: string; q: string; labels: SearchLabels };

const pause = 120;

/** A search form; with JavaScript a combobox whose list suggests words and pieces. */
export const SearchField = ({ locale, q, labels }: SearchFieldProps) => {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [options, setOptions] = useState<Suggestion[]>([]);
  const [active, setActive] = useState(-1);
  const isOpen = options.length > 0;
  const close = () => {
    setOptions([]);
    setActive(-1);
  };

  useEffect(() => {
    const turn = new AbortController();
    const ask = async (words: string) => {
      const found = await fetchSuggestions(locale, words, turn.signal);
      if (turn.signal.aborted) return;
      setOptions(found);
      setActive(-1);
    };
    const later = typed === null ? undefined : setTimeout(() => void ask(typed), pause);
    return () => {
      clearTimeout(later);
      turn.abort();
    };
  }, [locale, typed]);

  const move = (by: 1 | -1) =>
    setActive((at) => {
      const places = options.length + 1;
      return ((at + 1 + by + places) % places) - 1;
    });
  const press = (event: KeyboardEvent) => {
    // While a syllable is being put together, the keys belong to the keyboard's composer.
    if (!isOpen || event.nativeEvent.isComposing) return;
    const chosen = options[active];
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen) location.assign(chosen.href);
    else return;
    event.preventDefault();
  };

  return (
    <search className="search-field">
      <form action={`/${locale}/products`}>
        <label className="sr" htmlFor={id}>
          {labels.searchFor}
        </label>
        <div className="input-row">
          <input
            className="input"
            id={id}
            name="q"
            type="search"
            required
            maxLength={100}
            autoComplete="off"
            enterKeyHint="search"
            defaultValue={q}
            placeholder={labels.searchFor}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={`${id}-list`}
            aria-activedescendant={options[active] && `${id}-${active}`}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={press}
            onBlur={close}
          />
          <Button type="submit">{labels.search}</Button>
        </div>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist cannot hold links to pieces */}
        <div role="listbox" id={`${id}-list`} aria-label={labels.suggestions} hidden={!isOpen}>
          {options.map(({ label, href }, at) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys
            <div
              key={href}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as the list is
              role="option"
              id={`${id}-${at}`}
              aria-selected={at === active}
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => location.assign(href)}
            >
              {label}
            </div>
          ))}
        </div>
        <output className="sr">{isOpen ? labels.suggested : ""}</output>
      </form>
    </search>
  );
};
