/** Where a parcel may go (ISO 3166-1 alpha-2). */
const countries = ["KR", "JP", "US", "CA", "GB", "DE", "FR", "AU", "SG"] as const;

/** With their names in a language, as a choice. */
export const namedCountries = (language: string) => {
  const names = new Intl.DisplayNames(language, { type: "region" });
  return countries.map((code) => [code, names.of(code) ?? code] as const);
};
