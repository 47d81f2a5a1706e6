import type { Db } from "@jangteo/shared/database";
import { LRUCache } from "lru-cache";

const known = new WeakMap<Db, LRUCache<string, Promise<unknown>>>();

const shortest = 5000;
const longest = 60_000;

/**
 * What takes reading every product, such as how many there are, is read once for all who ask the
 * same, and kept for five seconds; if it took long, for a hundred times as long, up to a minute, so
 * that no question costs more than a hundredth of a processor.
 */
export const remembered = <T>(db: Db, question: unknown, read: () => Promise<T>): Promise<T> => {
  const answers = known.get(db) ?? new LRUCache({ max: 2000, ttl: shortest });
  known.set(db, answers);
  const key = JSON.stringify(question);
  const keep = async () => {
    const began = performance.now();
    try {
      const answer = await read();
      const ttl = Math.min(Math.max(100 * (performance.now() - began), shortest), longest);
      answers.set(key, Promise.resolve(answer), { ttl });
      return answer;
    } catch (error) {
      answers.delete(key);
      throw error;
    }
  };
  const kept = answers.get(key);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a question has one kind of answer
  if (kept) return kept as Promise<T>;
  const answer = keep();
  answers.set(key, answer);
  return answer;
};
