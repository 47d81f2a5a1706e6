/** Fields in which a form asks for how many units of a line. */
const mark = "units.";

export const fieldOf = (lineId: string) => `${mark}${lineId}`;
export const lineOf = (field: string) => field.slice(mark.length);

/** What was typed into them, by their names. */
export const unitsTyped = (form: FormData) =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      name.startsWith(mark) && typeof value === "string" ? [[name, value.trim()] as const] : [],
    ),
  );
