"use client";

import { useSearchParams } from "next/navigation";
import type { ReactNode } from "react";

import { Link, usePathname } from "../i18n/navigation";

type NavLinkProps = {
  href: string;
  /** The paths at which it is the one shown, when they are more than its own. */
  at?: string[];
  children: ReactNode;
};

/** A link to a shelf that knows when it is the one shown; what a search found is no shelf. */
export const NavLink = ({ href, at = [href], children }: NavLinkProps) => {
  const path = usePathname();
  const isSearch = useSearchParams().has("q");
  const here = at.includes(path) && !isSearch;
  return (
    <Link href={href} aria-current={here ? "page" : undefined}>
      {children}
    </Link>
  );
};
