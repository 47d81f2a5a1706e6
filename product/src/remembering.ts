import type { Db } from "@jangteo/shared/database";
import { LRUCache } from "lru-cache";

const known = new WeakMap<Db, LRUCache<string, Promise<unknown>>>();

/**
 * What takes reading every product, such as how many there are, is read once in five seconds for
 * all who ask the same; their answers are cached for longer than that.
 */
export const remembered = <T>(db: Db, question: unknown, read: () => Promise<T>): Promise<T> => {
  const answers = known.get(db) ?? new LRUCache<string, Promise<unknown>>({ max: 2000, ttl: 5000 });
  known.set(db, answers);
  const key = JSON.stringify(question);
  const answer = answers.get(key) ?? read();
  answers.set(key, answer, { noUpdateTTL: true });
  answer.catch(() => answers.delete(key));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a question has one kind of answer
  return answer as Promise<T>;
};
