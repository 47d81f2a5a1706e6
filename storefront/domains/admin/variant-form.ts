import type { Values } from "./merge";
import type { Product, Variant } from "./queries";
import type { Reader } from "./typed";

export const valuesOfVariant = (variant: Variant): Values => ({
  sku: variant.sku,
  position: String(variant.position),
  width: String(variant.width),
  height: String(variant.height),
  depth: String(variant.depth),
  weight: String(variant.weight),
  capacity: String(variant.capacity ?? ""),
  ...Object.fromEntries(
    variant.selection.map(({ option, value }) => [`selection.${option}`, value]),
  ),
});

/** An empty form: the next place, and the first value of each option. */
export const valuesOfNewVariant = ({ options, variants }: Product): Values => ({
  position: String(variants.length),
  ...Object.fromEntries(
    options.map(({ code, values }) => [`selection.${code}`, values[0]?.code ?? ""]),
  ),
});

const prefix = "selection.";

export const readVariant = ({ values, text, whole, optionalWhole }: Reader) => ({
  sku: text("sku"),
  position: whole("position"),
  width: whole("width"),
  height: whole("height"),
  depth: whole("depth"),
  weight: whole("weight"),
  capacity: optionalWhole("capacity"),
  selection: Object.keys(values)
    .filter((name) => name.startsWith(prefix))
    .map((name) => ({ option: name.slice(prefix.length), value: values[name] ?? "" })),
});

export const fieldOfVariant = (pointer: string, values: Values) => {
  if (!pointer.startsWith("/selection")) return undefined;
  const fields = Object.keys(values).filter((name) => name.startsWith(prefix));
  return fields[Number(pointer.split("/")[2] ?? 0)] ?? fields[0] ?? "sku";
};
