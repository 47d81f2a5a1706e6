import { Link } from "../../../i18n/navigation";

type Tab = { href: string; text: string; current: boolean };

/** Views of the same thing, each with an address of its own. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => (
  <nav className="admin-tabs" aria-label={label}>
    <div className="segment">
      {tabs.map(({ href, text, current }) => (
        <Link key={href} href={href} aria-current={current ? "page" : undefined}>
          {text}
        </Link>
      ))}
    </div>
  </nav>
);
