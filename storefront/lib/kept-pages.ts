import type {
  IncomingHttpHeaders,
  IncomingMessage,
  OutgoingHttpHeader,
  ServerResponse,
} from "node:http";

import { languageOf } from "@jangteo/shared/language";
import { currency } from "@jangteo/shared/money";
import { LRUCache } from "lru-cache";

import { currencyCookie } from "../ui/currencies";
import { isTheme, themeCookie } from "../ui/themes";
import { newNonce, nonceIn, pagePolicy } from "./content-policy";
import { gather, type Making } from "./making";
import { cachingOf, isCopy } from "./public-pages";

type Page = {
  headers: [name: string, value: OutgoingHttpHeader][];
  /** That of the answer which was heard. */
  nonce: string;
  /** Its HTML, cut where each visitor is given something of their own. */
  pieces: string[];
  /** What stands between them, by its number: the nonce first, then each key. */
  gaps: number[];
  /** How many keys there are. */
  keys: number;
  uses: Making["uses"];
  size: number;
};

/** UTF-16 units of HTML that are kept. */
const room = 32_000_000;
/** Of one page at most, so that none takes the place of all others. */
const largest = 1_000_000;

const policy = "content-security-policy";
/** What belongs to one answer alone. */
const ofOneAnswer = new Set([
  ...[policy, "set-cookie", "x-request-id", "server-timing", "date"],
  ...["content-encoding", "content-length", "transfer-encoding", "connection", "keep-alive"],
]);

/** Parts of a page that a script of Next asks for, and not the page. */
const partial = [
  "rsc",
  "next-action",
  "next-router-prefetch",
  "next-router-state-tree",
  "next-url",
  "x-nextjs-data",
];

/** The cookies of a name as Next takes them apart: the last holds, and one without a value is one too. */
const cookiesNamed = (header: string, name: string) =>
  header
    .split(/; */)
    .filter((pair) => pair.split("=", 1)[0]?.trim() === name)
    .map((pair) => (pair.startsWith(`${name}=`) ? pair.slice(name.length + 1) : undefined));

/** What was chosen, `null` where it is not written exactly as we write it. */
const chosen = (header: string, name: string, isKnown: (value: string) => boolean) => {
  const all = cookiesNamed(header, name);
  const [only] = all;
  if (all.length === 0) return "";
  return all.length === 1 && only !== undefined && isKnown(only) ? only : null;
};

/** As next-intl does: a language that the browser did not ask for is remembered with the first page in it. */
const localeCookie = "NEXT_LOCALE";
const remembering = (locale: string, cookies: string, headers: IncomingHttpHeaders) => {
  const { "accept-language": accepted, "sec-fetch-dest": destination = "document" } = headers;
  const [known] = cookiesNamed(cookies, localeCookie);
  const expected = known ?? (accepted === undefined ? undefined : languageOf(accepted));
  return expected === locale || destination !== "document"
    ? undefined
    : `${localeCookie}=${locale}; Path=/; SameSite=lax`;
};

type Place = {
  /** All that the page hangs on. */
  key: string;
  /** A cookie that this visitor is given with it. */
  cookie: string | undefined;
};

/**
 * Where a page is kept, by its address and what the visitor chose. Nowhere where it may hang on more, as on
 * who the visitor is, or is asked for in a form that a browser does not use.
 */
export const placeOf = (
  { method, url = "", headers }: IncomingMessage,
  secure: boolean,
): Place | undefined => {
  const [path = ""] = url.split("?", 1);
  const { host = "", cookie = "", accept } = headers;
  if (method !== "GET" || cachingOf(path, cookie, secure) !== "no-cache") return undefined;
  if (isCopy(accept) || partial.some((name) => headers[name] !== undefined)) return undefined;
  const [, locale = ""] = path.split("/", 2);
  const theme = chosen(cookie, themeCookie.name, isTheme);
  const money = chosen(cookie, currencyCookie.name, (one) => currency.safeParse(one).success);
  if (theme === null || money === null) return undefined;
  return {
    key: [host, theme, money, url].join(" "),
    cookie: remembering(locale, cookie, headers),
  };
};

const cut = (html: string, nonce: string, keys: readonly string[]) => {
  const own = [nonce, ...keys];
  const found = new RegExp(`(${own.map((one) => RegExp.escape(one)).join("|")})`);
  const all = html.split(found);
  return {
    pieces: all.filter((_, at) => at % 2 === 0),
    gaps: all.filter((_, at) => at % 2 === 1).map((one) => own.indexOf(one)),
    keys: keys.length,
  };
};

const filled = ({ pieces, gaps, keys }: Page, nonce: string) => {
  const own = [nonce, ...Array.from({ length: keys }, () => crypto.randomUUID())];
  return pieces.map((piece, at) => piece + (own[gaps[at] ?? own.length] ?? "")).join("");
};

/** `Link` names stylesheets with the nonce under which they are loaded. */
const renewed = (value: OutgoingHttpHeader, nonce: string, fresh: string): OutgoingHttpHeader => {
  if (typeof value === "number") return value;
  return typeof value === "string"
    ? value.replaceAll(nonce, fresh)
    : value.map((one) => one.replaceAll(nonce, fresh));
};

/** Whether a part of what only one visitor may be given is left: it was not found in one piece. */
const isLeft = (pieces: string[], { keys }: Making) =>
  keys.some((key) =>
    pieces.some((piece) => piece.includes(key.slice(0, 8)) || piece.includes(key.slice(-12))),
  );

const pageOf = (response: ServerResponse, body: Uint8Array[], made: Making): Page | undefined => {
  const known = nonceIn(String(response.getHeader(policy)));
  const cookies = [response.getHeader("set-cookie") ?? []].flat();
  const isWhole =
    response.statusCode === 200 &&
    String(response.getHeader("content-type")).startsWith("text/html") &&
    cookies.every((cookie) => String(cookie).startsWith(`${localeCookie}=`));
  if (!isWhole || known === undefined || made.isOwn || made.uses.length === 0) return undefined;
  const headers = Object.entries(response.getHeaders()).flatMap(([name, value]): Page["headers"] =>
    value === undefined || ofOneAnswer.has(name.toLowerCase()) ? [] : [[name, value]],
  );
  const html = Buffer.concat(body).toString("utf8");
  const parts = cut(html, known, made.keys);
  // Who hangs up in the middle gets no more of it, nor would others.
  if (!html.endsWith("</html>") || isLeft(parts.pieces, made)) return undefined;
  return { headers, nonce: known, ...parts, uses: made.uses, size: html.length + 1024 };
};

const isCurrent = ({ uses }: Page) => uses.every((use) => use());

/** Hears what is written to a response, unless it is too much. */
const listen = (response: ServerResponse) => {
  const heard: { body: Uint8Array[]; size: number } = { body: [], size: 0 };
  const hear = (chunk: unknown) => {
    if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) return;
    heard.size += chunk.length;
    if (heard.size > largest) heard.body = [];
    else heard.body.push(Buffer.from(chunk));
  };
  const through = (name: "write" | "end") => {
    const pass = response[name].bind(response);
    return (...given: unknown[]): unknown => {
      hear(given[0]);
      return Reflect.apply(pass, response, given);
    };
  };
  Object.assign(response, { write: through("write"), end: through("end") });
  return heard;
};

/**
 * Pages that say nothing about their visitor, kept as they were rendered for as long as everything that they
 * show would be shown still. Each answer has a nonce and keys of its own.
 */
export const createKeptPages = () => {
  const kept = new LRUCache<string, Page>({
    maxSize: room,
    sizeCalculation: ({ size }) => size,
  });
  return {
    /** Answers with a page that is kept; false where there is none. */
    show: ({ key, cookie }: Place, response: ServerResponse) => {
      const page = kept.get(key);
      if (!page) return false;
      if (!isCurrent(page)) {
        kept.delete(key);
        return false;
      }
      const nonce = newNonce();
      for (const [name, value] of page.headers)
        response.setHeader(name, renewed(value, page.nonce, nonce));
      response.setHeader(policy, pagePolicy(nonce));
      if (cookie !== undefined) response.setHeader("set-cookie", cookie);
      response.end(filled(page, nonce));
      return true;
    },
    /** Renders a page, and keeps it where it is for everybody. */
    make: ({ key }: Place, response: ServerResponse, render: () => unknown) => {
      const heard = listen(response);
      const made = gather(render);
      response.once("finish", () => {
        if (heard.size > largest) return;
        const page = pageOf(response, heard.body, made);
        if (page && isCurrent(page)) kept.set(key, page);
      });
    },
  };
};
