/** More changes than this at once are taken for a change of everything. */
const most = 20_000;

/** Since when what is known of a thing may be old, in milliseconds since 1970. */
export const createMarks = (now: () => number = Date.now) => {
  const marks = new Map<string, number>();
  const everything = { at: 0 };
  const touchAll = () => {
    everything.at = now();
    marks.clear();
  };
  return {
    /** These changed. */
    touch: (tags: readonly string[]) => {
      if (marks.size + tags.length > most) return touchAll();
      for (const tag of tags) marks.set(tag, now());
    },
    /** Anything may have changed. */
    touchAll,
    /** When any of these changed last, as far as is known; else 0. */
    latest: (tags: readonly string[]) =>
      Math.max(everything.at, ...tags.map((tag) => marks.get(tag) ?? 0)),
  };
};
export type Marks = ReturnType<typeof createMarks>;
