import { moonJar } from "./moon-jar";

/** Two bowls joined at the waist, a little off: the mark, and with `halves` the only spinner. */
export const BrandMark = ({ className }: { className?: string }) => (
  <svg
    className={className}
    viewBox="0 0 28 28"
    aria-hidden="true"
    focusable="false"
    fill="currentColor"
  >
    {moonJar.map((bowl) => (
      <path key={bowl} d={bowl} />
    ))}
  </svg>
);
