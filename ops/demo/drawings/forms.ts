import type { Form } from "./form.ts";
import { OPEN_FORMS } from "./open-forms.ts";
import { STANDING_FORMS } from "./standing-forms.ts";
import { points } from "./vector.ts";

export const FORMS = {
  "moon-jar": {
    wall: points(
      "28.5 4, 42 13, 56 30, 60.5 49, 56 69, 43 85, 32 92.5, 29.5 95.5, 30.6 99, 31.4 102",
    ),
    foot: [27, 4],
    lip: 2.6,
    painted: [26, 78],
    seam: 50,
    wobble: 1.7,
  },
  "rice-bowl": {
    wall: points("16.5 5, 25 8, 34 18, 38.5 31, 40 44"),
    foot: [16, 5],
    lip: 2.1,
    painted: [14, 40],
  },
  "tea-bowl": {
    wall: points("14.5 5, 22 7.5, 32 17, 38 29, 43 40"),
    foot: [14, 5],
    lip: 2.4,
    painted: [14, 37],
    wobble: 2,
  },
  "noodle-bowl": {
    wall: points("23 5, 34 8, 46 17.5, 53 29, 58 39"),
    foot: [22, 5],
    lip: 2.1,
    painted: [14, 34],
  },
  cup: {
    wall: points("17.5 4, 28 6.5, 34.5 14, 35.5 26, 34.5 38, 35.5 48"),
    foot: [17, 4],
    lip: 2.6,
    painted: [14, 44],
    wobble: 2,
  },
  tumbler: {
    wall: points("19 2.5, 21.5 4.5, 23.4 12, 25.2 28, 26.6 44, 27.4 56"),
    foot: [18.4, 2.5],
    lip: 2,
    painted: [12, 50],
    wobble: 1.5,
  },
  mug: {
    wall: points("19 2.5, 24.5 5.5, 28 19, 28 36, 28 50"),
    foot: [18, 2.5],
    lip: 2,
    painted: [10, 44],
    tubes: [
      {
        kind: "handle",
        line: points("24 43, 34 46, 43 37.5, 42.5 23, 35 13, 25 10.5"),
        width: [3.5, 2.7, 2.7, 3.3],
      },
    ],
  },
  teapot: {
    wall: points("26 3, 38 9, 46 21, 46.5 31, 38 44, 27 51, 23 53.2"),
    foot: [25, 3],
    lip: 0,
    painted: [14, 44],
    lid: {
      height: 53,
      covers: false,
      wall: points("22.5 0, 22.6 1.4, 18 5, 10 8, 4.2 9"),
      knob: points("3.6 9, 3.2 11, 5.6 13.6, 5.4 16.2, 2.6 18, 0 18.4"),
    },
    tubes: [
      {
        kind: "spout",
        line: points("-37 19, -50 25, -57 35, -63 48.5"),
        width: [8.6, 6.4, 4.4, 3.3],
      },
      {
        kind: "handle",
        line: points("36 43, 46 49, 56 48, 62 40, 62 30, 57 21, 49 15.5, 40 14"),
        width: [4, 3, 2.9, 3.4],
      },
    ],
  },
  pitcher: {
    wall: points("23 3, 33 11, 38 27, 36 44, 28 62, 23.5 76, 25 88, 28 95"),
    foot: [22, 3],
    lip: 2.1,
    painted: [14, 62],
    beak: 9.5,
    tubes: [
      {
        kind: "handle",
        line: points("23 86, 37 91, 48 80, 48.5 60, 42 42, 34 34"),
        width: [4, 3, 3, 3.6],
      },
    ],
  },
  vase: {
    wall: points(
      "20 3, 21 16, 27 40, 37 66, 40.5 82, 36 96, 23 105, 12 109.5, 9.6 113, 10.8 117, 14.4 119.5",
    ),
    foot: [19, 3],
    lip: 2.2,
    painted: [40, 98],
  },
  bottle: {
    wall: points("20 4, 31 11, 37 26, 34 44, 22 63, 12 80, 8.4 97, 9 110, 15.5 119"),
    foot: [19, 4],
    lip: 2,
    painted: [12, 60],
  },
  jangdok: {
    wall: points("29 1.4, 38 20, 47 44, 49 60, 44 78, 34 90, 31.5 94, 33 97"),
    foot: [28, 1.4],
    lip: 0,
    painted: [34, 82],
    wobble: 1.4,
    lid: {
      height: 96,
      covers: true,
      wall: points("39 0, 40 1.6, 39.4 3.4, 33 6.2, 20 9.2, 6.5 10.6"),
      knob: points("6.4 10.4, 6 12.6, 7.4 14.6, 6.2 16.2, 0 16.8"),
    },
  },
  "lidded-box": {
    wall: points("28 2.5, 36 5, 41 11, 42 20"),
    foot: [26, 2.5],
    lip: 0,
    painted: [8, 18],
    lid: {
      height: 20.9,
      covers: true,
      wall: points("42.4 0, 42.6 4, 40 9, 31 13.8, 16 16, 3 16.5"),
      knob: points("3 16.3, 2.6 18, 4.6 20, 4.4 22, 2 23.4, 0 23.6"),
    },
  },
  plate: {
    wall: points("35 2.6, 46 4.4, 55 8.6, 60 12"),
    inside: points("58.3 11.1, 53 8.5, 48.6 5.7, 46 4.4, 41 4.1, 18 3.9, 0 3.8"),
    foot: [33, 2.6],
    lip: 1.7,
    painted: [0, 1],
    flat: true,
  },
  "sauce-dish": {
    wall: points("19 3, 29 5, 37 10.5, 41 17.5"),
    inside: points("39 16.5, 34 10.2, 26 6.6, 14 5, 0 4.6"),
    foot: [18, 3],
    lip: 2,
    painted: [0, 1],
    flat: true,
  },
  tray: {
    wall: points("51 2, 55 3.4, 58.5 6.3, 60 9"),
    inside: points("58 8.3, 56 6, 53 4.4, 46 4, 20 3.9, 0 3.9"),
    oval: { depth: 0.58, square: 7, turn: 0.26, egg: 0 },
    foot: [50, 2],
    lip: 1.9,
    painted: [0, 1],
    flat: true,
  },
  "spoon-rest": {
    wall: points("36 1.6, 43 2.8, 49 5.8, 52 8.5"),
    inside: points("49.8 7.7, 46 5.3, 39 4, 24 3.5, 0 3.4"),
    oval: { depth: 0.4, square: 2.3, turn: 0.36, egg: 0.2 },
    foot: [34, 1.6],
    lip: 2.2,
    painted: [0, 1],
    flat: true,
  },
  "incense-holder": {
    wall: points("29 2.4, 38 4.2, 45 6.5, 48 10"),
    inside: points("46 9.1, 42 6.7, 35 4.8, 20 4.2, 0 4.1"),
    foot: [28, 2.4],
    lip: 1.9,
    painted: [0, 1],
    flat: true,
    incense: true,
  },
  ...OPEN_FORMS,
  ...STANDING_FORMS,
} satisfies Record<string, Form>;

export type FormName = keyof typeof FORMS;
