import type { Form } from "./form.ts";
import { points } from "./vector.ts";

/** Bottles, vases and jars that stand beside the first ones. */
export const STANDING_FORMS = {
  "long-neck-bottle": {
    wall: points("19 3.4, 30 9, 35 21, 31.6 35, 20 48, 11.4 62, 8.4 86, 8.2 112, 11.6 124"),
    foot: [18.4, 3.4],
    lip: 1.9,
    painted: [8, 44],
  },
  "gourd-bottle": {
    wall: points(
      "20 3, 30 9, 35 22, 31 36, 20 47, 15.4 53, 18.6 61, 20.6 70, 15.6 81, 8.6 88, 7.6 95, 10.4 101",
    ),
    foot: [19.4, 3],
    lip: 1.8,
    painted: [10, 42],
  },
  "bud-vase": {
    wall: points("15 2.6, 24 7, 29 18, 26.4 31, 16 42, 8.2 48, 6.8 54, 9.4 59"),
    foot: [14.6, 2.6],
    lip: 1.7,
    painted: [9, 36],
    wobble: 1.5,
  },
  "cylinder-vase": {
    wall: points("22 2.4, 25 5, 26.4 22, 26.6 48, 25.8 78, 27.6 92"),
    foot: [21.4, 2.4],
    lip: 2.2,
    painted: [12, 82],
    wobble: 1.6,
  },
  planter: {
    wall: points("24 2.6, 27 5, 32.6 22, 37.6 43, 39.6 50, 42.4 52, 42.8 58"),
    foot: [23, 2.6],
    lip: 3.4,
    painted: [10, 44],
    wobble: 1.3,
  },
  "open-jar": {
    wall: points("25 3, 37 10, 46 25, 46 38, 38 49, 32.6 53, 34 57.6"),
    foot: [24, 3],
    lip: 2.5,
    painted: [12, 44],
    wobble: 1.5,
  },
  "tea-jar": {
    wall: points("22 3, 33 8.6, 39.6 23, 38.4 37, 30 47.6, 25 50.6"),
    foot: [21.4, 3],
    lip: 0,
    painted: [12, 42],
    lid: {
      height: 50.4,
      covers: true,
      wall: points("26 0, 26.6 2, 25.4 4.4, 18 7.6, 9 9, 3.4 9.4"),
      knob: points("3.4 9.2, 3 11, 5.4 13.2, 5 15.4, 2.4 16.8, 0 17"),
    },
  },
} satisfies Record<string, Form>;
