import { routing } from "../i18n/routing";
import { env } from "./env";

/** The protocol lets one file name so many pages (https://www.sitemaps.org/protocol.html). */
const most = 50_000;
export const mostPaths = most / routing.locales.length;

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const absolute = (path: string) => escaped(new URL(path, env.publicOrigin).href);

const xml = (body: string) =>
  new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`, {
    headers: { "content-type": "application/xml", "cache-control": "public, max-age=3600" },
  });
const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** The index over the maps at these paths. */
export const sitemapIndex = (paths: string[]) => {
  const maps = paths.map((path) => `<sitemap><loc>${absolute(path)}</loc></sitemap>`);
  return xml(`<sitemapindex ${space}>${maps.join("")}</sitemapindex>`);
};

const others = (path: string) =>
  routing.locales
    .map(
      (locale) =>
        `<xhtml:link rel="alternate" hreflang="${locale}" href="${absolute(`/${locale}${path}`)}"/>`,
    )
    .join("");

/** These paths in every language, each with its like in the others. */
export const sitemap = (paths: string[]) => {
  const pages = paths.flatMap((path) =>
    routing.locales.map(
      (locale) => `<url><loc>${absolute(`/${locale}${path}`)}</loc>${others(path)}</url>`,
    ),
  );
  return xml(
    `<urlset ${space} xmlns:xhtml="http://www.w3.org/1999/xhtml">${pages.join("")}</urlset>`,
  );
};

/** A crawler keeps what it knew and comes again. */
export const sitemapUnavailable = () =>
  new Response(null, { status: 503, headers: { "retry-after": "600" } });
