import { bowls } from "./kinds/bowls.ts";
import { jars } from "./kinds/jars.ts";
import { plates } from "./kinds/plates.ts";
import { table } from "./kinds/table.ts";
import { tea } from "./kinds/tea.ts";

/** Everything that the workshops make. */
export const kinds = { ...bowls, ...plates, ...tea, ...jars, ...table };

export type KindName = keyof typeof kinds;
