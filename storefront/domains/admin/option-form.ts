import type { Values } from "./merge";
import type { Product } from "./queries";
import { createReader, type Reader } from "./typed";

type Option = Product["options"][number];

const valuesOfNamed = (prefix: string, { code, name }: Pick<Option, "code" | "name">) => [
  [`${prefix}.code`, code],
  [`${prefix}.name.ko`, name.ko],
  [`${prefix}.name.en`, name.en],
];

export const valuesOfOptions = ({ options }: Pick<Product, "options">): Values =>
  Object.fromEntries(
    options.flatMap((option, at) => [
      ...valuesOfNamed(`option.${at}`, option),
      ...option.values.flatMap((value, row) => valuesOfNamed(`option.${at}.value.${row}`, value)),
    ]),
  );

/** The numbers of the rows below a prefix, in order; with `filled`, only those in which something stands. */
export const rowsOf = (values: Values, prefix: string, filled = true) => {
  const numbers = Object.entries(values).flatMap(([name, value]) => {
    if (!name.startsWith(`${prefix}.`) || (filled && value === "")) return [];
    const at = Number(
      name
        .slice(prefix.length + 1)
        .split(".", 1)
        .join(""),
    );
    return Number.isInteger(at) ? [at] : [];
  });
  return [...new Set(numbers)].toSorted((a, b) => a - b);
};

/** Rows that were left empty are no options and no values. */
export const readOptions = ({ values }: Reader) => {
  const { text, words } = createReader(values);
  const named = (prefix: string) => ({
    code: text(`${prefix}.code`),
    name: words(`${prefix}.name`),
  });
  return rowsOf(values, "option").map((at) => ({
    ...named(`option.${at}`),
    values: rowsOf(values, `option.${at}.value`).map((row) => named(`option.${at}.value.${row}`)),
  }));
};

/** `/options/0/values/1/name/ko`, counted without the empty rows, as the field it was typed in. */
export const fieldOfOption = (pointer: string, values: Values) => {
  const [list, option = "0", part, value = "0", ...rest] = pointer.slice(1).split("/");
  if (list !== "options") return undefined;
  const own = `option.${rowsOf(values, "option")[Number(option)] ?? 0}`;
  if (part === "name") return `${own}.name.${value}`;
  if (part !== "values") return `${own}.code`;
  const row = `${own}.value.${rowsOf(values, `${own}.value`)[Number(value)] ?? 0}`;
  return `${row}.${rest.join(".") || "code"}`;
};
