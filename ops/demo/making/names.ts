/** The part of an address that a name makes. */
export const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replaceAll("'", "")
    .replaceAll(/[^a-z]+/g, "-");
