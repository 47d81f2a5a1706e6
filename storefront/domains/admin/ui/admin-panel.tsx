import type { ReactNode } from "react";

type AdminPanelProps = { id: string; title: string; text?: string; children?: ReactNode };

/** One thing that can be seen or done, under a title of its own. */
export const AdminPanel = ({ id, title, text, children }: AdminPanelProps) => (
  <section className="admin-panel" aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    {text !== undefined && <p className="small soft measure">{text}</p>}
    {children}
  </section>
);
