"use client";

import { useSearchParams } from "next/navigation";
import type { ReactNode } from "react";

import { Link, usePathname } from "../i18n/navigation";

/** A link to a shelf that knows when it is the one shown; null is the whole shop. */
export const NavLink = ({
  category,
  children,
}: {
  category: string | null;
  children: ReactNode;
}) => {
  const asked = useSearchParams();
  const isListing = usePathname() === "/products" && !asked.has("q");
  const here = isListing && asked.get("category") === category;
  return (
    <Link
      href={category === null ? "/products" : `/products?category=${category}`}
      aria-current={here ? "page" : undefined}
    >
      {children}
    </Link>
  );
};
