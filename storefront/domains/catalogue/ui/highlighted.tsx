import type { ProductSummary } from "../product";

type HighlightedProps = { text: string; parts: ProductSummary["highlights"] };

/** A text with the parts that a search found; they come in order and never overlap. */
export const Highlighted = ({ text, parts = [] }: HighlightedProps) => (
  <>
    {parts.map(({ start, end }, at) => (
      <span key={start}>
        {text.slice(parts[at - 1]?.end ?? 0, start)}
        <mark>{text.slice(start, end)}</mark>
      </span>
    ))}
    {text.slice(parts.at(-1)?.end ?? 0)}
  </>
);
