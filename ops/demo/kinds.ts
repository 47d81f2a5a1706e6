import { bottles } from "./kinds/bottles.ts";
import { cups } from "./kinds/cups.ts";
import { drinkingCups } from "./kinds/drinking-cups.ts";
import { largeBowls } from "./kinds/large-bowls.ts";
import { largePlates } from "./kinds/large-plates.ts";
import { moonJars } from "./kinds/moon-jars.ts";
import { planters } from "./kinds/planters.ts";
import { plates } from "./kinds/plates.ts";
import { pouring } from "./kinds/pouring.ts";
import { restsAndIncense } from "./kinds/rests-and-incense.ts";
import { riceAndSoup } from "./kinds/rice-and-soup.ts";
import { smallDishes } from "./kinds/small-dishes.ts";
import { storageJars } from "./kinds/storage-jars.ts";
import { traysAndBoxes } from "./kinds/trays-and-boxes.ts";
import { vases } from "./kinds/vases.ts";

/** Everything that the workshops make. */
export const kinds = {
  ...riceAndSoup,
  ...largeBowls,
  ...smallDishes,
  ...plates,
  ...largePlates,
  ...cups,
  ...drinkingCups,
  ...pouring,
  ...moonJars,
  ...vases,
  ...bottles,
  ...storageJars,
  ...planters,
  ...traysAndBoxes,
  ...restsAndIncense,
};

export type KindName = keyof typeof kinds;
