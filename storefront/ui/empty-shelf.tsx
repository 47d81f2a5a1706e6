import type { ReactNode } from "react";

/** The outline of what is not there. */
export const Ghost = () => (
  <svg className="ghost" viewBox="0 0 124 70" aria-hidden="true" focusable="false">
    <path d="M1 2c2 28 22 52 34 56 5 1 6 3 6 10h42c0-7 1-9 6-10 12-4 32-28 34-56z" />
  </svg>
);

/** A shelf line with the outline of what could stand there, and words below it. */
export const EmptyShelf = ({ children }: { children: ReactNode }) => (
  <div className="empty">
    <div className="shelf-line">
      <Ghost />
    </div>
    {children}
  </div>
);
