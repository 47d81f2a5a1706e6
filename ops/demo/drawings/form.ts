import type { Oval } from "./plan.ts";
import type { Point } from "./vector.ts";

/** A handle or spout: its centre line seen from the side, and its half width along the way. */
export interface Tube {
  readonly kind: "handle" | "spout";
  readonly line: readonly Point[];
  readonly width: readonly number[];
}

/** A lid that sits at `height`; one that `covers` is as wide as the mouth, others sink into it. */
export interface Lid {
  readonly height: number;
  readonly covers: boolean;
  readonly wall: readonly Point[];
  readonly knob: readonly Point[];
}

/**
 * A thrown form, as radius and height from foot to lip; only proportions count, `fitted` gives them
 * the piece's real ones. `inside` is written for flat pieces, `lip` is its thickness (0 under a lid),
 * `painted` the band of heights that a painter may use.
 */
export interface Form {
  readonly wall: readonly Point[];
  readonly inside?: readonly Point[];
  readonly foot: Point;
  readonly lip: number;
  readonly flat?: boolean;
  readonly oval?: Oval;
  readonly painted: Point;
  readonly lid?: Lid;
  readonly tubes?: readonly Tube[];
  /** Where two thrown halves meet. */
  readonly seam?: number;
  /** How far the lip is pulled to pour. */
  readonly beak?: number;
  /** How unevenly it is thrown; 1 is a steady hand. */
  readonly wobble?: number;
  /** Holds a stick of incense. */
  readonly incense?: boolean;
}
