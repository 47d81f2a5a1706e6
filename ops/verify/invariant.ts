/**
 * One way in which a promise may be broken: SQL that finds rows of `id` and `what`, of which there
 * should be none. `given.settled` is the time before which all must have come to rest.
 */
export type Look = { says: string; sql: string };

/** A promise of the shop, by its number; without looks, the reason why no database can tell. */
export type Invariant = {
  number: number;
  promise: string;
  looks: readonly Look[];
  reason?: string;
};
