import { setTimeout as pause } from "node:timers/promises";

import { mailedToken } from "../local/demo-members.ts";
import { Checkout, payAt, Refused, said } from "./purchase.ts";
import { kindOf, type Errand } from "./send.ts";
import { shopperAt, type Shopper } from "./shopper.ts";
import type { VisitName } from "./visit-names.ts";

type Account = { email: string; password: string };
type Front = {
  origin: string;
  mailUrl: string;
  slugs: string[];
  variants: string[];
  accounts: Account[];
};
type Visit = (shopper: Shopper, n: number) => Promise<void>;

const words = ["청자", "백자", "접시", "찻잔", "달항아리", "머그", "celadon", "bowl", "teapot"];

const at = <T>(list: readonly T[], n: number): T => {
  const one = list[n % list.length];
  if (one === undefined) throw new Error("There is nothing to choose from");
  return one;
};

/** Asks again while the provider's word is still on its way, as the shop's page does. */
const complete = async (isDone: () => Promise<boolean>, left = 20): Promise<void> => {
  if (await isDone()) return;
  if (left === 0) throw new Refused("complete", 200);
  await pause(250);
  await complete(isDone, left - 1);
};

/** Everything goes through the storefront, as from a browser that keeps no page and loads no picture. */
const visitsTo = ({ mailUrl, slugs, variants, accounts }: Front): Record<VisitName, Visit> => {
  const add = (shopper: Shopper, n: number) =>
    shopper.call("add", "/carts/current/lines", { variantId: at(variants, n), quantity: 1 });
  return {
    browse: async ({ open }, n) => {
      await open("listing", "/ko/products");
      await open("product", `/ko/products/${at(slugs, n)}`);
    },
    search: async ({ open }, n) => {
      const word = at(words, n);
      await open("suggestions", `/ko/suggestions?q=${encodeURIComponent(word.slice(0, 2))}`);
      await open("found", `/ko/products?q=${encodeURIComponent(word)}`);
    },
    "sign-up": async ({ submit, call }) => {
      const email = `${crypto.randomUUID()}@bench.example`;
      const password = `${crypto.randomUUID()} jar`;
      await submit("sign-up", "/ko/signup", { name: "김민아", email, password });
      await call("verify", "/members/verifications", { token: await mailedToken(mailUrl, email) });
    },
    login: async ({ submit, open }, n) => {
      const { status, location } = await submit("login", "/ko/login", at(accounts, n));
      if (location === null) throw new Refused("login", status);
      await open("account", location);
    },
    cart: async (shopper, n) => {
      await shopper.open("product", `/ko/products/${at(slugs, n)}`);
      await add(shopper, n);
      await shopper.open("cart", "/ko/cart");
    },
    checkout: async (shopper, n) => {
      const { open, call } = shopper;
      await add(shopper, n);
      await open("checkout", "/ko/checkout");
      const { id } = Checkout.parse(await call("start", "/checkouts"));
      const path = `/checkouts/${id}`;
      const { totals } = Checkout.parse(await call("say", path, said, "PATCH"));
      const returnUrl = `${shopper.origin}/ko/checkout/${id}/return`;
      const agreed = { total: totals.total, returnUrl };
      const { nextAction } = Checkout.parse(await call("agree", `${path}/completion`, agreed));
      if (!nextAction) throw new Refused("agree", 200);
      await payAt(nextAction.url);
      await complete(async () => {
        const { state } = Checkout.parse(await call("complete", `${path}/completion`, agreed));
        return state === "completed";
      });
      await open("thanks", `/ko/checkout/${id}/return`);
    },
  };
};

/** The n-th visit of a kind; each from an address of its own, so that limits see many people. */
export const errandsAt = (front: Front) => {
  const visits = visitsTo(front);
  const done = { requests: 0 };
  const errand =
    (name: VisitName, n: number): Errand =>
    async () => {
      const address = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
      const shopper = shopperAt(front.origin, address);
      try {
        await visits[name](shopper, n);
        return "ok";
      } catch (error) {
        return kindOf(error);
      } finally {
        done.requests += shopper.requests();
      }
    };
  return { errand, requests: () => done.requests };
};
export type Errands = ReturnType<typeof errandsAt>;
