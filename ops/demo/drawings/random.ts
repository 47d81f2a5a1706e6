import { at } from "./vector.ts";

export interface Random {
  (): number;
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
}

const hash = (text: string) =>
  Array.from(text).reduce((h, c) => Math.imul(h ^ (c.codePointAt(0) ?? 0), 16777619), 2166136261);

/** The same numbers for the same seed, on every machine (mulberry32 over FNV-1a). */
export const seeded = (seed: string): Random => {
  let state = hash(seed);
  const next = () => {
    state += 0x6d2b79f5;
    const a = Math.imul(state ^ (state >>> 15), 1 | state);
    const b = (a + Math.imul(a ^ (a >>> 7), 61 | a)) ^ a;
    return ((b ^ (b >>> 14)) >>> 0) / 4294967296;
  };
  next();
  return Object.assign(next, {
    between: (low: number, high: number) => low + (high - low) * next(),
    pick: <T>(list: readonly T[]) => at(list, Math.floor(next() * list.length)),
  });
};
