"use client";

import { Link, usePathname } from "../../../i18n/navigation";

type SideNavProps = { label: string; pages: readonly (readonly [href: string, text: string])[] };

/** The longest address that leads to the page on show is the current one. */
export const SideNav = ({ label, pages }: SideNavProps) => {
  const path = usePathname();
  const current = pages
    .map(([href]) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .toSorted((a, b) => b.length - a.length)[0];
  return (
    <nav className="side-nav" aria-label={label}>
      {pages.map(([href, text]) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={href === current ? "page" : undefined}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
};
