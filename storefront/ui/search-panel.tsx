"use client";

import { useLocale } from "next-intl";
import { useSearchParams } from "next/navigation";
import { type ToggleEvent, useRef } from "react";

import { Icon } from "./icon";
import { SearchField, type SearchLabels } from "./search-field";

type SearchPanelProps = { labels: SearchLabels & { close: string } };

/** A popover, so that one searches without JavaScript; it opens at its field. */
export const SearchPanel = ({ labels }: SearchPanelProps) => {
  const panel = useRef<HTMLDivElement>(null);
  const locale = useLocale();
  const q = useSearchParams().get("q") ?? "";
  const focus = ({ newState }: ToggleEvent) => {
    if (newState === "open") panel.current?.querySelector("input")?.focus();
  };
  return (
    <>
      <button type="button" popoverTarget="site-search" aria-label={labels.search}>
        <Icon name="search" />
        <span className="wide-only">{labels.search}</span>
      </button>
      <div ref={panel} className="search-panel" id="site-search" popover="auto" onToggle={focus}>
        <div className="wrap search-panel__row">
          <SearchField key={`${locale} ${q}`} locale={locale} q={q} labels={labels} />
          <button
            className="icon-btn"
            type="button"
            popoverTarget="site-search"
            aria-label={labels.close}
          >
            <Icon name="close" />
          </button>
        </div>
      </div>
    </>
  );
};
