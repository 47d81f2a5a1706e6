/** One side of a pot from rim (0) to foot (1): [radius as a fraction of the half width, height fraction]. */
export type Profile = readonly (readonly [radius: number, height: number])[];
