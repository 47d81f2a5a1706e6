import { UserError } from "@jangteo/shared/embedded/user-error";

import { seeded } from "../demo/drawings/random.ts";
import { visitNames, type VisitName } from "./visit-names.ts";

/** How large a share of all visits each kind is: together 1. */
export type Mix = Record<VisitName, number>;

/** An ordinary hour: most look, few buy. */
export const usualMix = "browse=60,search=20,cart=10,login=5,checkout=4,sign-up=1";

const isVisit = (name: string): name is VisitName => visitNames.some((one) => one === name);

const refuse = (why: string): never => {
  throw new UserError(
    `--mix takes parts such as ${usualMix}: ${why}.`,
    `Kinds: ${visitNames.join(", ")}`,
  );
};

/** Reads `browse=60,checkout=4`: parts of any sum; what is not named does not happen. */
export const readMix = (given: string): Mix => {
  const parts = new Map<VisitName, number>();
  for (const part of given.split(",")) {
    const [, name = "", share = ""] = /^\s*([a-z-]+)=(\d+(?:\.\d+)?)\s*$/.exec(part) ?? [];
    if (!isVisit(name)) return refuse(`${part.trim() || "nothing"} is none`);
    if (parts.has(name)) return refuse(`${name} is named twice`);
    parts.set(name, Number(share));
  }
  const sum = [...parts.values()].reduce((all, one) => all + one, 0);
  if (!(sum > 0)) return refuse("they are nothing together");
  const share = (name: VisitName) => (parts.get(name) ?? 0) / sum;
  return {
    browse: share("browse"),
    search: share("search"),
    "sign-up": share("sign-up"),
    login: share("login"),
    cart: share("cart"),
    checkout: share("checkout"),
  };
};

/** Kinds in the order in which they come: shuffled, but in every hundred as many of each as the mix says. */
export const deckOf = (mix: Mix, size = 100): ((n: number) => VisitName) => {
  const random = seeded("deck");
  const cards = visitNames.flatMap((name) =>
    Array.from({ length: Math.ceil(mix[name] * size - 1e-9) }, () => ({ name, place: random() })),
  );
  const shuffled = cards.toSorted((a, b) => a.place - b.place).map(({ name }) => name);
  return (n) => shuffled[n % shuffled.length] ?? "browse";
};
