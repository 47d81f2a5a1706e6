import type { Pot } from "../pot.ts";
import type { Box } from "../silhouette.ts";
import { crackle, specks } from "./age.ts";
import { type Brush, createBrush } from "./brush.ts";
import { comb, facets, petals } from "./carved.ts";
import { bands, dip, stamped, stroke } from "./dipped.ts";
import { bamboo, berries, grass, mountain } from "./field.ts";
import { inlay } from "./inlay.ts";
import type { Motif } from "./motif.ts";
import { lidPainting } from "./on-lid.ts";
import { orchid, plum } from "./plants.ts";
import { drip, fur, wave } from "./running.ts";
import { fish, sgraffito, sweep } from "./slip.ts";

const PAINTERS: Record<Motif, (brush: Brush) => string> = {
  none: () => "",
  plum,
  orchid,
  bamboo,
  grass,
  berries,
  mountain,
  inlay,
  stamped,
  petals,
  facets,
  comb,
  dip,
  stroke,
  bands,
  sweep: (brush) => sweep(brush),
  sgraffito,
  fish,
  wave,
  drip,
  fur,
};

/** Everything on the glaze: its motif under crackle and specks, and what goes on with the lid. */
export const decorate = (pot: Pot, box: Box) => {
  const brush = createBrush(pot, box);
  const motif = PAINTERS[pot.motif](brush);
  return {
    painting: crackle(brush) + motif + specks(brush),
    onLid: lidPainting(brush),
  };
};
