import type { Form } from "./form.ts";
import type { Point } from "./vector.ts";

/** How far a form reaches from its axis, with handles, spouts and lids; the foot stands on 0. */
export const reach = ({ wall, tubes = [], lid }: Form) => {
  const handle = 3;
  const radius = Math.max(...wall.map(([r]) => r));
  const sideways = tubes.flatMap((tube) => tube.line.map(([x]) => x));
  return {
    left: Math.max(radius, ...sideways.map((x) => (x < 0 ? handle - x : 0))),
    right: Math.max(radius, ...sideways.map((x) => (x > 0 ? handle + x : 0))),
    height: Math.max(
      ...wall.map(([, y]) => y),
      ...(lid ? lid.knob.map(([, y]) => lid.height + y) : []),
    ),
  };
};

/** The form with the proportions of a piece of this size. */
export const fitted = (form: Form, widthMm: number, heightMm: number): Form => {
  const { left, right, height } = reach(form);
  const stretch = ((heightMm / widthMm) * (left + right)) / height;
  const taller = ([x, y]: Point): Point => [x, y * stretch];
  const all = (list: readonly Point[]) => list.map(taller);
  return {
    ...form,
    wall: all(form.wall),
    foot: taller(form.foot),
    painted: [form.painted[0] * stretch, form.painted[1] * stretch],
    ...(form.inside && { inside: all(form.inside) }),
    ...(form.seam && { seam: form.seam * stretch }),
    ...(form.tubes && { tubes: form.tubes.map((tube) => ({ ...tube, line: all(tube.line) })) }),
    ...(form.lid && {
      lid: {
        ...form.lid,
        height: form.lid.height * stretch,
        wall: all(form.lid.wall),
        knob: all(form.lid.knob),
      },
    }),
  };
};
