import "server-only";

/** `asOf` is set when the source is down and this is its last good answer. */
export type Known<T> = { value: T; asOf?: Date };

const most = 500;

/**
 * A reader that falls back to what it last read with the same arguments; null when it has nothing
 * to show. The oldest answers beyond five hundred are forgotten.
 */
export const lastKnown = <Args extends readonly unknown[], T>(
  read: (...args: Args) => Promise<T>,
) => {
  const kept = new Map<string, { value: T; asOf: Date }>();
  const keep = (key: string, value: T) => {
    kept.delete(key);
    kept.set(key, { value, asOf: new Date() });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  };
  return async (...args: Args): Promise<Known<T> | null> => {
    const key = JSON.stringify(args);
    try {
      const value = await read(...args);
      keep(key, value);
      return { value };
    } catch {
      return kept.get(key) ?? null;
    }
  };
};
