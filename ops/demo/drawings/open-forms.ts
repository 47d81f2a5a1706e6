import type { Form } from "./form.ts";
import { points } from "./vector.ts";

/** Bowls, dishes and cups that stand beside the first ones. */
export const OPEN_FORMS = {
  sabal: {
    wall: points("16.5 5, 22 7, 32 15, 41 27, 47.5 36, 52 41"),
    foot: [16, 5],
    lip: 2.2,
    painted: [14, 36],
    wobble: 1.6,
  },
  "wide-bowl": {
    wall: points("23 4, 37 6.6, 50 14, 57 23, 60 30"),
    foot: [22, 4],
    lip: 2.2,
    painted: [10, 27],
  },
  "side-dish": {
    wall: points("20 3, 30 5, 37 10.5, 40 17, 41 24"),
    foot: [19, 3],
    lip: 2.2,
    painted: [8, 22],
  },
  "lidded-bowl": {
    wall: points("17 4.5, 27 8, 34.5 17, 37.6 27, 38.6 35"),
    foot: [16.5, 4.5],
    lip: 0,
    painted: [11, 32],
    lid: {
      height: 35,
      covers: true,
      wall: points("39.6 0, 40 2, 38.6 5.6, 31 10.4, 19 13.6, 7 14.6"),
      knob: points("7 14.2, 6.4 16, 7.6 18, 6.8 19.2, 0 19.4"),
    },
  },
  "square-plate": {
    wall: points("47 2, 51 3.4, 54.5 6.3, 56 9"),
    inside: points("54 8.3, 52 6, 49 4.4, 43 4, 20 3.9, 0 3.9"),
    oval: { depth: 1, square: 7, turn: 0.42, egg: 0 },
    foot: [45, 2],
    lip: 1.9,
    painted: [0, 1],
    flat: true,
  },
  "oval-plate": {
    wall: points("42 2.4, 50 4.2, 56 8, 60 12"),
    inside: points("58 11.1, 53.5 8, 49 5.2, 44 4.3, 20 4, 0 3.9"),
    oval: { depth: 0.66, square: 2.15, turn: 0.2, egg: 0 },
    foot: [40, 2.4],
    lip: 1.8,
    painted: [0, 1],
    flat: true,
  },
  "footed-dish": {
    wall: points("18 1.5, 15.4 5, 15 11, 21 15.4, 36 18, 50 22.4, 55 27"),
    inside: points("53 26.2, 46 22.6, 36 19.8, 20 18.8, 0 18.6"),
    foot: [18.4, 1.5],
    lip: 2,
    painted: [18, 25],
  },
  "stem-cup": {
    wall: points("15.6 1.6, 12.4 5, 11.8 10, 18 14.6, 25.6 24, 28.4 37, 29.6 48"),
    foot: [16, 1.6],
    lip: 2,
    painted: [20, 44],
  },
  "sharing-pitcher": {
    wall: points("18 3.5, 28 6.5, 34 16, 34 29, 33.4 38, 35 45"),
    foot: [17.4, 3.5],
    lip: 2,
    painted: [12, 36],
    beak: 8.5,
    wobble: 1.6,
  },
} satisfies Record<string, Form>;
