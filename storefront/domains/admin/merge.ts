/** What stands in the fields of a form, by their names; a box that is ticked says "on". */
export type Values = Readonly<Record<string, string>>;

/** A field that somebody else changed meanwhile. `yours` is set where both did. */
export type Difference = { field: string; was: string; now: string; yours?: string };

/** Joins what two people did: what only they changed becomes theirs, all that was typed stays. */
export const merge = (base: Values, typed: Values, theirs: Values) => {
  const fields = [...new Set([...Object.keys(typed), ...Object.keys(theirs)])].map((field) => {
    const [was = "", yours = "", now = ""] = [base[field], typed[field], theirs[field]];
    return { field, was, now, yours, isTyped: yours !== was };
  });
  const values = Object.fromEntries(
    fields.map(({ field, yours, now, isTyped }) => [field, isTyped ? yours : now]),
  );
  const differences = fields
    .filter(({ was, now }) => was !== now)
    .map(({ field, was, now, yours, isTyped }) => ({
      ...{ field, was, now },
      ...(isTyped && yours !== now && { yours }),
    }));
  return { values, differences };
};
