import type { Values } from "../merge";
import type { OptionWords } from "./option-rows";

/** What each cell of the options is called, away from its table. */
export const optionLabels = (values: Values, words: OptionWords): Record<string, string> =>
  Object.fromEntries(
    Object.keys(values).map((field) => {
      const [, option, part, row] = field.split(".");
      const place = [`${words.option} ${Number(option) + 1}`];
      if (part === "value") place.push(`${words.value} ${Number(row) + 1}`);
      const cell = field.endsWith(".ko") ? words.ko : field.endsWith(".en") ? words.en : words.code;
      return [field, [...place, cell].join(", ")];
    }),
  );
