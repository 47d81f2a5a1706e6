type Place = Record<"postalCode" | "streetAddress", string> &
  Record<"addressRegion" | "addressLocality" | "extendedAddress", string | null>;

/** An address as one writes it, in one line. */
export const inOneLine = (place: Place) =>
  [
    place.postalCode,
    place.addressRegion,
    place.addressLocality,
    place.streetAddress,
    place.extendedAddress,
  ]
    .filter(Boolean)
    .join(" ");
