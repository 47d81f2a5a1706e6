/** Where a request points: `path` is what routes and services see, `rawPath` what the client wrote. */
export type Target = { path: string; rawPath: string; query: string | undefined; host?: string };

const percent = (text: string) => {
  const code = text.charCodeAt(0);
  return `%${code.toString(16).toUpperCase().padStart(2, "0")}`;
};

/** Unreserved characters decoded, all others encoded in one way (RFC 3986, section 6.2.2). */
const canonical = (path: string) =>
  path
    .replaceAll(/%[0-9a-f]{2}/gi, (code) => {
      const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return /[\w.~-]/.test(letter) ? letter : code.toUpperCase();
    })
    .replaceAll(/[^\w.~!$&'()*+,;=:@/%-]/g, percent);

const withoutDots = (path: string): string | undefined => {
  const kept: string[] = [];
  const segments = path.split("/").slice(1);
  for (const [at, segment] of segments.entries()) {
    const last = at === segments.length - 1;
    if (segment === "..") {
      if (kept.pop() === undefined) return undefined;
    } else if (segment !== ".") kept.push(segment);
    if (last && (segment === "." || segment === "..")) kept.push("");
  }
  return `/${kept.join("/")}`;
};

/** Reads a request target as Kong does; undefined for one that is refused. */
export const readTarget = (url: string): Target | undefined => {
  const [, host, local = ""] = /^(?:https?:\/\/([^/?#]*))?(.*)$/is.exec(url) ?? [];
  const [, rawPath = "", query] = /^([^?#]*)(?:\?([^#]*))?/s.exec(local) ?? [];
  const given = rawPath === "" && host !== undefined ? "/" : rawPath;
  if (!given.startsWith("/") || /%(?![0-9a-f]{2})|%00/i.test(given)) return undefined;
  const path = withoutDots(canonical(given).replaceAll(/\/{2,}/g, "/"));
  if (path === undefined) return undefined;
  return { path, rawPath: given, query, ...(host !== undefined && { host }) };
};

type Value = string | true;
/** A query as Lua sees it: `true` for a name without `=`, a list for a repeated name. */
export type Query = Record<string, Value | Value[]>;

const decode = (text: string) => {
  const plain = text.replaceAll("+", " ");
  return plain.replaceAll(/(?:%[0-9a-f]{2})+/gi, (codes) =>
    Buffer.from(codes.replaceAll("%", ""), "hex").toString("utf8"),
  );
};

export const readQuery = (query: string | undefined, max = 100): Query => {
  const found = new Map<string, Query[string]>();
  for (const part of (query ?? "").split("&").filter(Boolean).slice(0, max)) {
    const [, name = "", value] = /^([^=]*)(?:=(.*))?$/s.exec(part) ?? [];
    const key = decode(name);
    const next: Value = value === undefined ? true : decode(value);
    const seen = found.get(key);
    found.set(key, seen === undefined ? next : [...[seen].flat(), next]);
  }
  return Object.fromEntries(found);
};

const pair = (name: string, value: Value) =>
  value === true
    ? encodeURIComponent(name)
    : `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;

export const writeQuery = (query: Query) =>
  Object.entries(query)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, value]) => [value].flat().map((one) => pair(name, one)))
    .join("&");
