import type { CategorySlug } from "../categories/leaves.ts";
import type { FormName } from "../drawings/forms.ts";
import type { BackdropName, GlazeName } from "../drawings/glazes.ts";
import type { Motif } from "../drawings/motifs/motif.ts";

export interface Text {
  readonly ko: string;
  readonly en: string;
}

/** Won are whole, dollars are in cents. */
export interface Price {
  readonly KRW: number;
  readonly USD: number;
}

/** What a unit costs from a quantity on. */
interface Tier {
  readonly quantity: number;
  readonly price: Price;
}

/** What a shopper chooses by. */
export interface Option {
  readonly code: string;
  readonly name: Text;
  readonly values: readonly { readonly code: string; readonly name: Text }[];
}

/** One of the pieces to choose from; a value's code for every option's. */
export interface Variant {
  readonly sku: string;
  readonly selection: Readonly<Record<string, string>>;
  readonly widthMm: number;
  readonly depthMm: number;
  readonly heightMm: number;
  readonly weightG: number;
  readonly capacityMl: number | null;
  readonly price: Price;
  readonly listPrice?: Price;
  readonly tiers?: readonly Tier[];
  readonly stock: number;
}

export type View = "main" | "detail" | "wide";

/** A picture of a piece, by what one sees in it; of another of its glazes where that is said. */
export interface Image {
  readonly view: View;
  readonly alt: Text;
  readonly glaze?: GlazeName;
}

export interface Product {
  readonly slug: string;
  readonly sku: string;
  readonly category: CategorySlug;
  readonly form: FormName;
  readonly glaze: GlazeName;
  readonly maker: Text;
  readonly name: Text;
  /** What it is, in a word. */
  readonly noun: Text;
  readonly description: Text;
  readonly material: Text;
  readonly care: Text;
  readonly widthMm: number;
  readonly depthMm: number;
  readonly heightMm: number;
  readonly weightG: number;
  readonly capacityMl: number | null;
  readonly price: Price;
  /** Before a price cut. */
  readonly listPrice?: Price;
  readonly tiers?: readonly Tier[];
  readonly stock: number;
  /** Of these the first is the piece itself. */
  readonly choice?: { readonly option: Option; readonly variants: readonly Variant[] };
  /** Glazes that it comes in beside its own. */
  readonly otherGlazes?: readonly GlazeName[];
  readonly images: readonly Image[];
  /** How it is drawn: its painting, the paper behind it, and whether one looks into it first. */
  readonly drawing: {
    readonly motif: Motif;
    readonly backdrop: BackdropName;
    readonly first: "level" | "above";
    /** What it is drawn by if not its slug, and whose pictures show it if not its own. */
    readonly hand?: string;
    readonly like?: string;
  };
}

export const pictures = (main: Text, detail: Text, wide: Text): Product["images"] => [
  { view: "main", alt: main },
  { view: "detail", alt: detail },
  { view: "wide", alt: wide },
];
