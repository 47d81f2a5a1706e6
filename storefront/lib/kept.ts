import { LRUCache } from "lru-cache";

import { keepForNobody, making } from "./making";
import type { Marks } from "./marks";

/** `asOf` is set when the source is down and this is its last good answer. */
export type Known<T> = { value: T; asOf?: Date };

/** What the source said, and by how many milliseconds it may be older than the question. */
type Answer<T> = { value: T; age: number };

type Source<Args extends readonly unknown[], T> = {
  read: (...args: Args) => Promise<Answer<T>>;
  /** What the answer is about: it is asked for again when one of these changes. */
  tagsOf: (value: T, ...args: Args) => readonly string[];
  marks: () => Marks;
  /** Milliseconds that an answer is shown without asking again. */
  fresh: number;
  now?: () => number;
};

type Entry<T> = {
  value: T;
  tags: readonly string[];
  /** What changed before this is in the answer. */
  madeAt: number;
  readAt: number;
  /** The latest question, and whether it remained without an answer. */
  askedAt: number;
  failed: boolean;
  size: number;
};

/** Between two questions about one thing that brought nothing new, in milliseconds. */
const pause = 1000;
/** Twice as old as this times `fresh`, an answer is no longer shown while a newer one is on its way. */
const patience = 5;
/** UTF-16 units of JSON that one reader keeps. */
const room = 16_000_000;

/**
 * A reader whose answers all visitors share. An answer is shown for as long as it is fresh, then
 * once more while the next is fetched; one that a change made old is fetched first. A source that
 * is away leaves its last answer with the time; null when there is none. One question at a time.
 */
export const createReader = <Args extends readonly unknown[], T>(source: Source<Args, T>) => {
  const { read, tagsOf, marks, fresh, now = Date.now } = source;
  const kept = new LRUCache<string, Entry<T>>({
    maxSize: room,
    sizeCalculation: ({ size }) => size,
  });
  const asking = new Map<string, { since: number; done: Promise<void> }>();
  const refused = new LRUCache<string, number>({ max: 1000 });

  const keep = (key: string, entry: Entry<T>) => {
    const other = kept.get(key);
    if (!other || other.askedAt <= entry.askedAt) kept.set(key, entry);
  };

  const answer = async (key: string, args: Args, since: number) => {
    try {
      const { value, age } = await read(...args);
      const times = { madeAt: since - age, readAt: since, askedAt: since, failed: false };
      const tags = tagsOf(value, ...args);
      keep(key, { value, tags, ...times, size: JSON.stringify(value).length + key.length + 512 });
      refused.delete(key);
    } catch {
      const known = kept.get(key);
      if (known) keep(key, { ...known, askedAt: since, failed: true });
      else refused.set(key, now());
    }
  };

  /** The answer to a question that was asked after this moment. */
  const ask = async (key: string, args: Args, after: number) => {
    const running = asking.get(key);
    if (running && running.since > after) return running.done;
    const since = now();
    const done = answer(key, args, since).finally(() => {
      if (asking.get(key)?.done === done) asking.delete(key);
    });
    asking.set(key, { since, done });
    return done;
  };

  /** Whether to ask again before this is shown, beside showing it, or not now. */
  const dueOf = ({ tags, madeAt, askedAt, failed }: Entry<T>) => {
    const changed = marks().latest(tags);
    const lacks = madeAt <= changed;
    const age = now() - madeAt;
    if (!failed && ((lacks && askedAt <= changed) || age > patience * fresh))
      return { when: "before", after: changed } as const;
    if ((failed || lacks || age > fresh) && now() - askedAt >= pause)
      return { when: "beside", after: askedAt } as const;
    return { when: "later" } as const;
  };

  /** Whether who asks now is given this very entry, and nothing else is asked for. */
  const isShown = (key: string, entry: Entry<T> | undefined) =>
    entry !== undefined && kept.peek(key) === entry && dueOf(entry).when === "later";

  const shown = (key: string): Known<T> | null => {
    const entry = kept.get(key);
    if (!entry) {
      keepForNobody();
      return null;
    }
    // A page that is kept holds no answer that nothing else holds any more.
    const known = new WeakRef(entry);
    making()?.uses.push(() => isShown(key, known.deref()));
    const { value, failed, readAt } = entry;
    return { value, ...(failed && { asOf: new Date(readAt) }) };
  };

  return async (...args: Args): Promise<Known<T> | null> => {
    const key = JSON.stringify(args);
    const entry = kept.get(key);
    if (!entry) {
      const isRefused = now() - (refused.get(key) ?? -pause) < pause;
      if (!isRefused) await ask(key, args, 0);
      return shown(key);
    }
    const due = dueOf(entry);
    if (due.when === "before") await ask(key, args, due.after);
    else if (due.when === "beside") void ask(key, args, due.after);
    return shown(key);
  };
};
