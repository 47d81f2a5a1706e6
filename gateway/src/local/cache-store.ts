import { LRUCache } from "lru-cache";

export type Entry = {
  status: number;
  headers: readonly string[];
  body: Buffer;
  storedAt: number;
  expiresAt: number;
};

/** As large as the dictionary that Kong is given for it. */
export const createCacheStore = () =>
  new LRUCache<string, Entry>({
    maxSize: 32 * 2 ** 20,
    sizeCalculation: ({ body, headers }) => body.length + headers.join("").length + 1,
  });
export type CacheStore = ReturnType<typeof createCacheStore>;
