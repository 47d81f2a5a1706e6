import type { Values } from "./merge";
import type { Product } from "./queries";

export const views = ["main", "wide", "detail"] as const;
export type View = (typeof views)[number];
const viewOf = (text: string | undefined): View => views.find((view) => view === text) ?? "main";

/** The order stands in one value, so that it can be changed by a button. */
export const valuesOfPictures = ({ pictures }: Pick<Product, "pictures">): Values => ({
  order: pictures.map(({ file }) => file).join(" "),
  ...Object.fromEntries(
    pictures.flatMap(({ file, url, view, alt }) => [
      [`url.${file}`, url],
      [`view.${file}`, view],
      [`alt.${file}.ko`, alt.ko],
      [`alt.${file}.en`, alt.en],
    ]),
  ),
});

export const orderOf = (values: Values) => (values["order"] ?? "").split(" ").filter(Boolean);

/** `up:<file>` and `down:<file>` change places; whatever else is asked leaves the order. */
const moved = (order: readonly string[], act: string) => {
  const [way, file = ""] = act.split(":");
  const from = order.indexOf(file);
  const step = { up: -1, down: 1 }[way ?? ""];
  const other = step === undefined || from < 0 ? undefined : order[from + step];
  if (other === undefined) return [...order];
  return order.map((one) => (one === file ? other : one === other ? file : one));
};

export const pictureOf = (values: Values, file: string) => ({
  file,
  view: viewOf(values[`view.${file}`]),
  alt: { ko: values[`alt.${file}.ko`] ?? "", en: values[`alt.${file}.en`] ?? "" },
});

/** The pictures that stay, in the order that was asked for. */
export const readPictures = (values: Values, act: string) =>
  moved(orderOf(values), act)
    .filter((file) => values[`remove.${file}`] !== "on")
    .map((file) => pictureOf(values, file));

export const fieldOfPicture = (pointer: string, files: readonly string[]) => {
  const [list, at, part = "alt", language = "ko"] = pointer.slice(1).split("/");
  const file = list === "pictures" ? files[Number(at)] : undefined;
  if (file === undefined) return undefined;
  return part === "alt" ? `alt.${file}.${language}` : `view.${file}`;
};
