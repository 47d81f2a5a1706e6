import type { CategorySlug } from "../categories/leaves.ts";
import type { FormName } from "../drawings/forms.ts";
import type { Text } from "../products/product.ts";

/**
 * What a piece is for. In its sentences stand `{d}` width and `{h}` height in centimetres, `{ml}`
 * what it holds and `{g}` what it weighs, each with its unit.
 */
export interface Kind {
  readonly form: FormName;
  readonly category: CategorySlug;
  /** On a stock number. */
  readonly code: string;
  readonly noun: Text;
  /** Millimetres across, from the smallest to the largest that is made. */
  readonly widths: readonly [number, number];
  /** Height over width. */
  readonly ratio: number;
  /** Of the wall, in millimetres. */
  readonly wall: number;
  /** Won for a plain one of middle size from a workshop of middle price. */
  readonly price: number;
  /** What it may be chosen by. */
  readonly choice: readonly ("size" | "count" | "glaze")[];
  /** Each fired once. */
  readonly single?: boolean;
  /** Only to look at, to put flowers in or to burn incense on: not to eat from. */
  readonly dry?: boolean;
  readonly first: "level" | "above";
  readonly uses: readonly Text[];
  readonly shapes: readonly Text[];
}

export const say = (ko: string, en: string): Text => ({ ko, en });
