import type { ReactNode } from "react";

/** To the API reference, a document of its own outside the shop's pages: always a full load. */
export const ReferenceLink = ({
  className,
  children,
}: {
  className?: string;
  children: ReactNode;
}) => (
  // oxlint-disable-next-line next/no-html-link-for-pages -- it is no page of the router
  <a className={className} href="/developers/reference">
    {children}
  </a>
);
