import type { GlazeName } from "../drawings/glazes.ts";
import type { Motif } from "../drawings/motifs/motif.ts";
import type { KindName } from "../kinds.ts";
import type { Text } from "../products/product.ts";
import type { RegionCode } from "./regions.ts";

/** Pieces that a workshop makes alike: one glaze, one hand, one name. */
export interface Line {
  readonly name: Text;
  readonly glaze: GlazeName;
  readonly motif: Motif;
  /** How they are made. */
  readonly made: readonly Text[];
  readonly kinds: readonly KindName[];
}

export interface Workshop {
  /** On a stock number. */
  readonly code: string;
  /** On an address. */
  readonly slug: string;
  readonly maker: Text;
  readonly region: RegionCode;
  /** Its prices, over those of a workshop of middle price. */
  readonly level: number;
  readonly kiln: "gas" | "wood" | "electric";
  /** What it says of itself. */
  readonly voices: readonly Text[];
  readonly lines: readonly Line[];
}
