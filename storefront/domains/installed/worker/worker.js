/// <reference path="./worker.d.ts" />

/** How many of each are kept; the least recently used go first. */
const most = { offline: 2, pages: 60, files: 200, pictures: 200 };
/** @typedef {keyof typeof most} Kind */

/** After so long a page that was seen before is shown as it was, in milliseconds. */
const patience = 3000;
/** For so long a copy made beside a page is not made again, in milliseconds. */
const recently = 600_000;
/** A picture keeps its name when it is redrawn, so it is asked for again after a day. */
const pictureLife = 86_400_000;

const offlinePages = ["/ko/offline", "/en/offline"];
const anonymous = /** @type {const} */ ({ credentials: "omit" });

/** @param {string} path @returns {Kind | undefined} */
const kindOf = (path) => {
  if (path.startsWith("/_next/static/")) return "files";
  return /^\/(media\/|_next\/image$|icon\.svg$)/.test(path) ? "pictures" : undefined;
};

/** @param {Kind} kind */
const nameOf = (kind) => `${kind} of ${build}`;
/** @param {Kind} kind */
const cacheOf = (kind) => caches.open(nameOf(kind));

/** @param {Kind} kind @param {string} url */
const find = async (kind, url) => {
  const cache = await cacheOf(kind);
  const found = await cache.match(url, { ignoreVary: true });
  if (!found) return undefined;
  const keys = await cache.keys();
  const age = keys.length - keys.findIndex((key) => key.url === url);
  if (age > most[kind] / 2) await cache.put(url, found.clone());
  return found;
};

/** A worker that another has taken over from finishes what it began, but keeps nothing: its shelves are cleared. */
const isOver = () => self.serviceWorker?.state === "redundant";

/** @param {Kind} kind @param {string} url @param {Response} reply */
const keep = async (kind, url, reply) => {
  if (isOver()) return;
  const cache = await cacheOf(kind);
  await cache.put(url, reply);
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - most[kind]))) await cache.delete(old);
};

/** @param {Response} reply */
const ageOf = (reply) => Date.now() - Date.parse(reply.headers.get("date") ?? "");

/** A whole answer of this shop. @param {Response} reply */
const isWhole = (reply) => reply.status === 200 && reply.type === "basic" && !reply.redirected;

/** @param {Response} reply @param {"no-store" | "private"} word */
const says = (reply, word) => (reply.headers.get("cache-control") ?? "").includes(word);

/** @param {Response} reply */
const isForAll = (reply) => isWhole(reply) && !says(reply, "no-store") && !says(reply, "private");

/** Whether the catalogue was away when the shop made this page. @param {Response} page */
const isDegraded = async (page) => /<div\b[^>]*\bdata-degraded\b/.test(await page.clone().text());

/** A page made while the catalogue was away does not take the place of a whole one. @param {Kind} kind @param {string} url @param {Response} reply */
const keepBetter = async (kind, url, reply) => {
  const kept = await (await cacheOf(kind)).match(url, { ignoreVary: true });
  if (kept && (await isDegraded(reply)) && !(await isDegraded(kept))) return;
  await keep(kind, url, reply);
};

/** @param {string} url */
const fetchFile = async (url) => {
  const kind = kindOf(new URL(url).pathname);
  const reply = await fetch(url, anonymous);
  if (kind && isForAll(reply)) await keep(kind, url, reply.clone());
  return reply;
};

/** Styles, scripts and fonts never change under their name, pictures seldom. @param {FetchEvent} event @param {Kind} kind */
const answerFile = async (event, kind) => {
  const { url } = event.request;
  const kept = await find(kind, url);
  if (!kept) return await fetchFile(url);
  if (kind === "pictures" && ageOf(kept) > pictureLife)
    event.waitUntil(fetchFile(url).catch(() => undefined));
  return kept;
};

/** What is not kept yet of the files that a page names. @param {string} html */
const keepFilesOf = async (html) => {
  const names = new Set(html.match(/\/_next\/static\/[\w./~-]+/g));
  const files = await cacheOf("files");
  for (const name of names) {
    const url = `${location.origin}${name}`;
    if (!(await files.match(url))) await fetchFile(url);
  }
};

/** A page in the language and money of its visitor, or else as one sees it whom the shop does not know. @param {Kind} kind @param {string} url @param {RequestInit} who */
const keepCopy = async (kind, url, who = {}) => {
  const reply = await fetch(url, { ...who, headers: { accept: "text/html" } });
  if (says(reply, "private") && who !== anonymous) await keepCopy(kind, url, anonymous);
  if (!isForAll(reply)) return;
  await keepBetter(kind, url, reply.clone());
  await keepFilesOf(await reply.text());
};

/** @param {string} url */
const keepCopyNow = async (url) => {
  const kept = await (await cacheOf("pages")).match(url, { ignoreVary: true });
  if (!kept || ageOf(kept) > recently || (await isDegraded(kept))) await keepCopy("pages", url);
};

/** What is for all is kept as it came; of what is for one visitor only the copy for all. @param {string} url @param {Response} reply */
const keepPage = async (url, reply) => {
  if (reply.status === 404 || reply.status === 410) await (await cacheOf("pages")).delete(url);
  if (!isWhole(reply) || says(reply, "no-store")) return;
  if (says(reply, "private")) await keepCopyNow(url);
  else await keepBetter("pages", url, reply);
};

/** @param {string} at @param {string} language */
const timeOf = (at, language) => {
  const then = new Date(at);
  const today = then.toDateString() === new Date().toDateString();
  /** @type {Intl.DateTimeFormatOptions} */
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const day = today ? {} : /** @type {const} */ ({ month: "long", day: "numeric" });
  return new Intl.DateTimeFormat(language, { ...day, ...clock }).format(then);
};

/** A kept page, in the theme of today, that says since when it is kept. @param {Response} kept @param {string} language */
const show = async (kept, language) => {
  const theme = await self.cookieStore?.get("theme");
  const chosen = /^(light|dark)$/.test(theme?.value ?? "") ? ` data-theme="${theme?.value}"` : "";
  const time = timeOf(kept.headers.get("date") ?? "", language);
  const html = (await kept.text())
    .replace(/<html\b[^>]*>/, (tag) =>
      tag.replace(/ data-theme="\w*"/, "").replace(/>$/, ` data-kept=""${chosen}>`),
    )
    .replace(/(<time class="kept__at"[^>]*>)[^<]*/, (_, tag) => tag + time);
  const headers = new Headers(kept.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  return new Response(html, { headers });
};

/** @param {URL} url */
const languageOf = ({ pathname }) =>
  /^\/(ko|en)(\/|$)/.exec(pathname)?.[1] ?? (navigator.language.startsWith("ko") ? "ko" : "en");

/** @param {URL} url */
const shelter = async (url) => {
  const language = languageOf(url);
  if (url.pathname === "/") return Response.redirect(`/${language}`);
  return (await find("offline", `${location.origin}/${language}/offline`)) ?? Response.error();
};

/** @template T @param {Promise<T>} answer @returns {Promise<T | undefined>} */
const inTime = (answer) =>
  Promise.race([
    answer.catch(() => undefined),
    new Promise((resolve) => setTimeout(() => resolve(undefined), patience)),
  ]);

/** @param {FetchEvent} event */
const answerPage = async (event) => {
  const url = new URL(event.request.url);
  const fresh = event.preloadResponse.then((early) => early ?? fetch(event.request));
  const copy = fresh.then((reply) => reply.clone());
  event.waitUntil(copy.then((reply) => keepPage(url.href, reply)).catch(() => undefined));
  const reply = await inTime(fresh);
  if (reply && reply.status < 500) return reply;
  const kept = await find("pages", url.href);
  if (kept) return await show(kept, languageOf(url));
  return reply ?? (await fresh.catch(() => shelter(url)));
};

/** Tells the page to go there as if it had no script: this is no part of a page. */
const goWhole = () => new Response("", { headers: { "content-type": "text/plain" } });

/** A step from page to page fetches only what changes; offline it becomes a whole page. @param {FetchEvent} event */
const answerStep = async (event) => {
  const url = new URL(event.request.url);
  url.searchParams.delete("_rsc");
  const fresh = fetch(event.request);
  const reply = await inTime(fresh);
  if (!reply) return (await find("pages", url.href)) ? goWhole() : await fresh.catch(goWhole);
  if (isWhole(reply) && !says(reply, "no-store"))
    event.waitUntil(keepCopyNow(url.href).catch(() => undefined));
  return reply;
};

/** A shared computer does not tell the next person what was looked at. */
const forget = () =>
  Promise.all([caches.delete(nameOf("pages")), caches.delete(nameOf("pictures"))]);

/** @param {Request} request @param {string} path */
const isLogout = ({ method }, path) =>
  (method === "POST" && /\/(logout|erase)$/.test(path)) ||
  (method === "DELETE" && /^\/api\/(sessions|members\/me)/.test(path));

const prepare = async () => {
  const pages = offlinePages.map((path) =>
    keepCopy("offline", `${location.origin}${path}`, anonymous),
  );
  await Promise.all([...pages, fetchFile(`${location.origin}/icon.svg`)]);
  await self.skipWaiting();
};
self.addEventListener("install", (event) => event.waitUntil(prepare()));

const takeOver = async () => {
  const old = (await caches.keys()).filter((name) => !name.endsWith(` of ${build}`));
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
};
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (isLogout(request, pathname)) event.waitUntil(forget());
  if (request.method !== "GET") return;
  const kind = kindOf(pathname);
  if (kind) event.respondWith(answerFile(event, kind));
  else if (request.mode === "navigate") event.respondWith(answerPage(event));
  else if (request.headers.has("rsc")) event.respondWith(answerStep(event));
});

/** The first page came before there was a worker; it says what it is made of. */
self.addEventListener("message", (event) => {
  /** @type {unknown} */
  const seen = event.data;
  if (!Array.isArray(seen)) return;
  const [page, ...files] = seen
    .filter((url) => URL.parse(url)?.origin === location.origin)
    .map(String);
  const keeping = files.filter((url) => kindOf(new URL(url).pathname)).map(fetchFile);
  if (page) keeping.push(keepCopyNow(page));
  event.waitUntil(Promise.allSettled(keeping));
});
