import { toDecimal } from "@jangteo/shared/money";

import type { Values } from "./merge";
import type { Promotion } from "./promotions";
import type { Vocabulary } from "./queries";
import type { Reader } from "./typed";

export const kinds = ["percentage", "amount", "free_shipping", "buy_x_get_y"] as const;
export const stackings = ["combinable", "exclusive"] as const;
export const currencies = ["KRW", "USD"] as const;

type Amounts = Promotion["conditions"]["subtotal"];
export type Shelves = Pick<Vocabulary, "categories" | "collections">;

const typedAmounts = (name: string, amounts: Amounts) =>
  Object.fromEntries(
    currencies.map((currency) => {
      const amount = amounts[currency];
      return [`${name}.${currency}`, amount === undefined ? "" : toDecimal({ amount, currency })];
    }),
  );

/** On the clock of the shop, in Seoul, to the minute. */
const typedTime = (at: string | null) =>
  at === null ? "" : new Date(new Date(at).getTime() + 9 * 3_600_000).toISOString().slice(0, 16);

const typedGift = (gift: Promotion["gift"]): Values => ({
  kind: gift.kind,
  percent: "rate" in gift ? String(gift.rate / 100) : "",
  ...typedAmounts("off", gift.kind === "amount" ? gift.amounts : {}),
  methods: gift.kind === "free_shipping" ? gift.methods.join(" ") : "",
  buy: gift.kind === "buy_x_get_y" ? String(gift.buy) : "",
  get: gift.kind === "buy_x_get_y" ? String(gift.get) : "",
});

const tick = (isOn: boolean) => (isOn ? "on" : "");
const ticked = (name: string, shelves: readonly { slug: string }[], chosen: readonly string[]) =>
  Object.fromEntries(
    // What the shop has no more stays ticked until somebody takes it off.
    [...new Set([...shelves.map(({ slug }) => slug), ...chosen])].map((slug) => [
      `${name}.${slug}`,
      tick(chosen.includes(slug)),
    ]),
  );

export const valuesOfPromotion = (promotion: Promotion, shelves: Shelves): Values => {
  const { conditions, cap, capPerOwner } = promotion;
  return {
    "name.ko": promotion.name.ko,
    "name.en": promotion.name.en,
    coupon: promotion.code ?? "",
    ...typedGift(promotion.gift),
    ...typedAmounts("subtotal", conditions.subtotal),
    membersOnly: tick(conditions.membersOnly),
    firstOrder: tick(conditions.firstOrder),
    ...ticked("category", shelves.categories, conditions.categories),
    ...ticked("collection", shelves.collections, conditions.collections),
    products: conditions.products.join(" "),
    startsAt: typedTime(promotion.startsAt),
    endsAt: typedTime(promotion.endsAt),
    stacking: promotion.stacking,
    priority: String(promotion.priority),
    cap: cap === null ? "" : String(cap),
    capPerOwner: capPerOwner === null ? "" : String(capPerOwner),
  };
};

/** What a new promotion begins with: ten percent off, for everybody, from now on. */
export const valuesOfNew = ({ categories, collections }: Shelves): Values => ({
  ...{ kind: "percentage", percent: "10", stacking: "combinable", priority: "0" },
  ...ticked("category", categories, []),
  ...ticked("collection", collections, []),
});

const listed = (text: string) => text.split(/[ ,]+/).filter(Boolean);
const chosen = (values: Values, prefix: string) =>
  Object.keys(values)
    .filter((name) => name.startsWith(prefix) && values[name] === "on")
    .map((name) => name.slice(prefix.length));

const readAmounts = ({ optionalMoney }: Reader, name: string): Amounts =>
  Object.fromEntries(
    currencies.flatMap((currency) => {
      const amount = optionalMoney(`${name}.${currency}`, currency);
      return amount === undefined ? [] : [[currency, amount]];
    }),
  );

const readGift = (typed: Reader): Promotion["gift"] => {
  const { text, whole, percent } = typed;
  const kind = text("kind");
  if (kind === "amount") return { kind, amounts: readAmounts(typed, "off") };
  if (kind === "free_shipping") return { kind, methods: listed(text("methods")) };
  if (kind === "buy_x_get_y")
    return { kind, buy: whole("buy"), get: whole("get"), rate: percent("percent") };
  return { kind: "percentage", rate: percent("percent") };
};

export const readPromotion = (typed: Reader) => {
  const { values, text, words, isOn, whole, optionalWhole, time } = typed;
  const startsAt = time("startsAt");
  return {
    code: text("coupon") || null,
    name: words("name"),
    gift: readGift(typed),
    conditions: {
      subtotal: readAmounts(typed, "subtotal"),
      products: listed(text("products")),
      categories: chosen(values, "category."),
      collections: chosen(values, "collection."),
      membersOnly: isOn("membersOnly"),
      firstOrder: isOn("firstOrder"),
    },
    ...(startsAt !== undefined && { startsAt }),
    endsAt: time("endsAt") ?? null,
    stacking: stackings.find((one) => one === text("stacking")) ?? "combinable",
    priority: whole("priority"),
    cap: optionalWhole("cap"),
    capPerOwner: optionalWhole("capPerOwner"),
  };
};

const places = [
  [/^\/code$/, "coupon"],
  [/^\/gift\/rate$/, "percent"],
  [/^\/gift\/(buy|get)$/, "$1"],
  [/^\/gift\/amounts\/(KRW|USD)$/, "off.$1"],
  [/^\/gift\/methods/, "methods"],
  [/^\/gift$/, "kind"],
  [/^\/conditions\/subtotal\/(KRW|USD)$/, "subtotal.$1"],
  [/^\/conditions\/products/, "products"],
] as const;

/** The API tells where in its own shape something is wrong; the form has one field for each. */
export const fieldOfPromotion = (pointer: string) => {
  const found = places.find(([pattern]) => pattern.test(pointer));
  if (!found) return undefined;
  const [pattern, field] = found;
  return field.replace("$1", pattern.exec(pointer)?.[1] ?? "");
};
