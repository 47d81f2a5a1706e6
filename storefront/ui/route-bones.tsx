"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useLayoutEffect, useState } from "react";

import { usePathname } from "../i18n/navigation";

/** What is coming: bones stand in its geometry, or what is there is dimmed until it changes. */
type Coming = "listing" | "product" | "same";

/** Milliseconds in which most pages come, and after which one that does not is given up on. */
const patience = 200;
const most = 10_000;

const kinds: [Coming, RegExp][] = [
  ["product", /^\/\w+\/products\/[^/]+$/],
  ["listing", /^\/\w+\/(products|(categories|collections)\/[^/]+)$/],
];

/** The page that a click leads to within the shop, once a link has taken it from the browser. */
const comingAfter = (event: MouseEvent): Coming | null => {
  const link =
    event.target instanceof Element
      ? event.target.closest<HTMLAnchorElement>("a:not([aria-haspopup])")
      : null;
  if (!link || !event.defaultPrevented || link.origin !== location.origin) return null;
  const { pathname, search } = link;
  if (pathname === location.pathname) return search === location.search ? null : "same";
  return kinds.find(([, path]) => path.test(pathname))?.[0] ?? "same";
};

const Line = ({ width }: { width: string }) => <span className="bone" style={{ width }} />;

const Pieces = () =>
  Array.from({ length: 6 }, (_, at) => (
    <div key={at} className="piece">
      <div className="piece__pic">
        <div className="bone bone--photo" />
      </div>
      <div className="piece__label">
        <Line width="40%" />
        <Line width="75%" />
        <Line width="30%" />
      </div>
    </div>
  ));

const ListingBones = () => (
  <div className="wrap list">
    <div className="bones__filters">
      {["60%", "80%", "70%", "75%", "65%", "80%"].map((width, at) => (
        <Line key={at} width={width} />
      ))}
    </div>
    <div>
      <div className="list-bar">
        <Line width="6rem" />
      </div>
      <div className="shelf shelf--photo">
        <Pieces />
      </div>
    </div>
  </div>
);

const ProductBones = () => (
  <div className="wrap product">
    <div className="gallery">
      <div className="bone bone--main" />
    </div>
    <div className="buy">
      {["30%", "60%", "25%", "100%", "90%", "70%"].map((width) => (
        <Line key={width} width={width} />
      ))}
    </div>
  </div>
);

/** While a page is on its way for longer than a moment, its bones; the old one stays until then. */
export const RouteBones = () => {
  const here = `${usePathname()}?${useSearchParams()}`;
  const [coming, setComing] = useState<{ kind: Coming; from: string } | null>(null);
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const later = (act: () => void, milliseconds: number) =>
      timers.add(setTimeout(act, milliseconds));
    const leave = (event: MouseEvent) => {
      const kind = comingAfter(event);
      if (kind === null) return;
      later(() => setComing({ kind, from: here }), patience);
      later(() => setComing(null), most);
    };
    document.addEventListener("click", leave);
    return () => {
      document.removeEventListener("click", leave);
      for (const timer of timers) clearTimeout(timer);
      // Who comes back to this address later finds it as it is.
      setComing(null);
    };
  }, [here]);
  const kind = coming?.from === here ? coming.kind : null;
  // Before the focus goes to the title of the new page, which must be seen by then.
  useLayoutEffect(() => {
    document.documentElement.dataset["coming"] = kind ?? "";
  }, [kind]);
  if (kind === null || kind === "same") return null;
  return (
    <div className="bones" aria-hidden="true">
      <div className="wrap bones__head">
        <Line width="10rem" />
        {kind === "listing" && <Line width="40%" />}
      </div>
      {kind === "listing" ? <ListingBones /> : <ProductBones />}
    </div>
  );
};
