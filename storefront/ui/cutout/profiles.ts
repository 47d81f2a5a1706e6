import { openProfiles } from "./open-profiles";
import type { Profile } from "./profile";
import { standingProfiles } from "./standing-profiles";

export const profiles = {
  ...openProfiles,
  ...standingProfiles,
  "moon-jar": [
    [0.44, 0],
    [0.43, 0.05],
    [0.62, 0.13],
    [0.88, 0.29],
    [1, 0.48],
    [0.96, 0.63],
    [0.8, 0.8],
    [0.55, 0.94],
    [0.46, 0.965],
    [0.45, 1],
  ],
  vase: [
    [0.3, 0],
    [0.24, 0.045],
    [0.4, 0.085],
    [0.86, 0.17],
    [1, 0.28],
    [0.9, 0.45],
    [0.66, 0.66],
    [0.5, 0.83],
    [0.5, 0.96],
    [0.53, 1],
  ],
  bottle: [
    [0.44, 0],
    [0.3, 0.07],
    [0.25, 0.26],
    [0.34, 0.4],
    [0.76, 0.57],
    [1, 0.74],
    [0.9, 0.9],
    [0.56, 0.975],
    [0.54, 1],
  ],
  jangdok: [
    [0.66, 0],
    [0.68, 0.05],
    [0.62, 0.08],
    [0.82, 0.22],
    [1, 0.46],
    [0.92, 0.7],
    [0.7, 0.95],
    [0.68, 1],
  ],
  cup: [
    [1, 0],
    [0.985, 0.3],
    [0.9, 0.62],
    [0.66, 0.88],
    [0.5, 0.93],
    [0.48, 1],
  ],
  tumbler: [
    [1, 0],
    [0.96, 0.3],
    [0.9, 0.65],
    [0.82, 0.93],
    [0.7, 0.97],
    [0.68, 1],
  ],
  "rice-bowl": [
    [1, 0],
    [0.93, 0.3],
    [0.78, 0.62],
    [0.52, 0.87],
    [0.4, 0.92],
    [0.38, 1],
  ],
  "noodle-bowl": [
    [1, 0],
    [0.9, 0.28],
    [0.7, 0.62],
    [0.42, 0.86],
    [0.36, 0.91],
    [0.35, 1],
  ],
  plate: [
    [1, 0],
    [0.8, 0.45],
    [0.58, 0.8],
    [0.54, 1],
  ],
  mug: [
    [1, 0],
    [0.99, 0.3],
    [0.98, 0.65],
    [0.9, 0.93],
    [0.76, 0.97],
    [0.75, 1],
  ],
  "tea-bowl": [
    [1, 0],
    [0.95, 0.16],
    [0.85, 0.42],
    [0.68, 0.68],
    [0.46, 0.85],
    [0.34, 0.89],
    [0.33, 1],
  ],
  "sauce-dish": [
    [1, 0],
    [0.9, 0.3],
    [0.68, 0.68],
    [0.4, 0.9],
    [0.36, 1],
  ],
  "lidded-box": [
    [0.12, 0],
    [0.62, 0.07],
    [0.94, 0.3],
    [1, 0.5],
    [0.92, 0.8],
    [0.6, 0.97],
    [0.56, 1],
  ],
  pitcher: [
    [0.62, 0],
    [0.58, 0.12],
    [0.7, 0.3],
    [0.96, 0.6],
    [1, 0.78],
    [0.8, 0.97],
    [0.76, 1],
  ],
  tray: [
    [1, 0],
    [0.97, 0.5],
    [0.92, 0.9],
    [0.9, 1],
  ],
  "spoon-rest": [
    [1, 0],
    [0.85, 0.5],
    [0.6, 1],
  ],
  "incense-holder": [
    [1, 0],
    [0.86, 0.5],
    [0.5, 0.9],
    [0.46, 1],
  ],
  teapot: [
    [0.34, 0.2],
    [0.6, 0.26],
    [0.9, 0.42],
    [1, 0.6],
    [0.92, 0.78],
    [0.66, 0.95],
    [0.52, 0.97],
    [0.5, 1],
  ],
} as const satisfies Record<string, Profile>;

export type Form = keyof typeof profiles;

const isForm = (name: string): name is Form => Object.hasOwn(profiles, name);

/** A form the shop has no drawing for becomes the plain pot nearest in proportion. */
export const nearestForm = (name: string, width: number, height: number): Form => {
  if (isForm(name)) return name;
  return height > width ? "jangdok" : "rice-bowl";
};

/** How far the mouth opens towards the eye: its depth as a fraction of its radius. */
export const mouth = (form: Form) => mouths[form] ?? 0.16;

/** Where the lid of a lidded form meets its body, as a fraction of its height. */
export const joints: Partial<Record<Form, number>> = {
  "lidded-box": 0.44,
  "lidded-bowl": 0.3,
  "tea-jar": 0.16,
};

const mouths: Partial<Record<Form, number>> = {
  plate: 0.2,
  "square-plate": 0.2,
  "oval-plate": 0.2,
  "side-dish": 0.18,
  sabal: 0.17,
  "spoon-rest": 0.2,
  "sauce-dish": 0.18,
  "rice-bowl": 0.17,
  "tea-bowl": 0.17,
  "noodle-bowl": 0.17,
  cup: 0.17,
  mug: 0.15,
};
