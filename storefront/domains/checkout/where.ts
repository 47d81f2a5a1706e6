import type { Kind, Values } from "../account/forms";
import { forms, isRight } from "../account/forms";

/** What is wrong with a field: by its kind, or by what one country asks for. */
export type Wrong = Record<string, Kind | "koreanPostalCode" | "city">;

const orNull = (text: string) => (text === "" ? null : text);
const koreanPostalCode = /^\d{5}$/;

/** An address as the API takes it, and which of its fields are wrong, in the order of the form. */
export const readWhere = ({ email, ...rest }: Values<"where">) => {
  const { save: _save, ...typed } = rest;
  const inKorea = typed.addressCountry === "KR";
  const byKind = Object.entries({ email, ...typed }).flatMap(([field, value]) => {
    const kind = Object.entries<Kind>(forms.where).find(([name]) => name === field)?.[1] ?? "line";
    return isRight(kind, value) ? [] : [[field, kind] as const];
  });
  const wrong: Wrong = Object.fromEntries(byKind);
  if (inKorea && !wrong["postalCode"] && !koreanPostalCode.test(typed.postalCode))
    wrong["postalCode"] = "koreanPostalCode";
  if (!inKorea && typed.addressLocality === "") wrong["addressLocality"] = "city";
  const address = {
    ...typed,
    extendedAddress: orNull(typed.extendedAddress),
    addressLocality: inKorea ? null : orNull(typed.addressLocality),
    addressRegion: inKorea ? null : orNull(typed.addressRegion),
  };
  return { email, address, wrong };
};
