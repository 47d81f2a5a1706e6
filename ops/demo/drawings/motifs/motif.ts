/** What the painter, the comb or the kiln left on the glaze. */
export type Motif =
  | "none"
  | "plum"
  | "orchid"
  | "inlay"
  | "sweep"
  | "sgraffito"
  | "fish"
  | "wave"
  | "drip"
  | "fur";
