import { seeded } from "../drawings/random.ts";
import { workshops } from "../workshops.ts";
import { type Design, pieceOf } from "./piece.ts";

const designs: readonly Design[] = workshops.flatMap((workshop) =>
  workshop.lines.flatMap((line) => line.kinds.map((kind) => ({ workshop, line, kind }))),
);

const AHEAD = 12;

const clashes = (a: Design, b: Design) =>
  (a.workshop === b.workshop ? 2 : 0) +
  (a.kind === b.kind ? 3 : 0) +
  (a.line.glaze === b.line.glaze ? 1 : 0);

/** Shuffled as a shop would lay them out: what stands side by side differs in hand, use and glaze. */
const laidOut = (all: readonly Design[]): readonly Design[] => {
  const random = seeded("the order of the shelf");
  const left = all
    .map((design) => ({ design, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ design }) => design);
  const shelf: Design[] = [];
  while (left.length > 0) {
    const before = shelf.slice(-3);
    const [best] = left
      .slice(0, AHEAD)
      .map((design, index) => ({
        index,
        clash: before.reduce((sum, one) => sum + clashes(design, one), 0),
      }))
      .toSorted((a, b) => a.clash - b.clash || a.index - b.index);
    shelf.push(...left.splice(best?.index ?? 0, 1));
  }
  return shelf;
};

/** What the workshops make, beside the first two dozen pieces. */
export const shelf = laidOut(designs).map(pieceOf);
