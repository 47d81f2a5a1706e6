/** A piece that was looked at, kept in this browser alone. */
export type Seen = {
  slug: string;
  locale: string;
  name: string;
  picture: { url: string; width: number; height: number } | null;
};

const place = "seen";
const most = 12;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const isPicture = (value: unknown) =>
  isRecord(value) && typeof value["url"] === "string" && value["url"].startsWith("/media/");

const isSeen = (value: unknown): value is Seen =>
  isRecord(value) &&
  [value["slug"], value["locale"], value["name"]].every((one) => typeof one === "string") &&
  (value["picture"] === null || isPicture(value["picture"]));

const listeners = new Set<() => void>();
const nothing = "[]";

/** What this browser keeps, as text; the same text for as long as nothing changes. */
export const keptSeen = {
  subscribe: (changed: () => void) => {
    listeners.add(changed);
    return () => void listeners.delete(changed);
  },
  read: () => {
    try {
      return localStorage.getItem(place) ?? nothing;
    } catch {
      return nothing;
    }
  },
  onServer: () => nothing,
};

/** Newest first; none of what is no such list. */
export const parseSeen = (text: string): Seen[] => {
  try {
    const kept: unknown = JSON.parse(text);
    return Array.isArray(kept) ? kept.filter(isSeen) : [];
  } catch {
    return [];
  }
};

const keep = (pieces: Seen[]) => {
  try {
    localStorage.setItem(place, JSON.stringify(pieces));
  } catch {
    // A browser that keeps nothing shows nothing.
  }
  for (const changed of listeners) changed();
};

export const rememberSeen = (piece: Seen) => {
  const others = parseSeen(keptSeen.read()).filter(
    ({ slug, locale }) => slug !== piece.slug || locale !== piece.locale,
  );
  keep([piece, ...others].slice(0, most));
};

export const forgetSeen = () => keep([]);
