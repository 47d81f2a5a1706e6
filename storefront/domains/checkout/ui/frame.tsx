import type { ReactNode } from "react";

/** A page of the checkout that only says something. */
export const Saying = ({ title, children }: { title: string; children: ReactNode }) => (
  <main id="main" className="wrap work checkout">
    <div className="list-head">
      <h1 tabIndex={-1}>{title}</h1>
    </div>
    <div className="saying">{children}</div>
  </main>
);
