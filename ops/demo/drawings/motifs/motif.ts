export const motifs = [
  "none",
  "plum",
  "grass",
  "orchid",
  "band",
  "inlay",
  "lotus",
  "sweep",
  "sgraffito",
  "fish",
  "wave",
  "drip",
  "fur",
] as const;

/** What the painter, the comb or the kiln left on the glaze. */
export type Motif = (typeof motifs)[number];
