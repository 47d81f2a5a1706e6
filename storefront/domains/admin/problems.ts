import "server-only";
import type { getTranslations } from "next-intl/server";

import type { readProblem } from "../account/problems";

type Refusal = Awaited<ReturnType<typeof readProblem>>;
export type Words = Awaited<ReturnType<typeof getTranslations<"admin.errors">>>;

const kinds = [
  [/(^|\.)name\.(ko|en)$/, "name"],
  [/(^|\.)slug$/, "slug"],
  [/(^|\.)code$/, "code"],
  [/^category$/, "category"],
  [/^parent$/, "parent"],
  [/^description\.(ko|en)$/, "long"],
  [/^(material|care)\.(ko|en)$/, "text"],
  [/^alt\./, "alt"],
  [/^sku$/, "sku"],
  [/^(width|height|depth)$/, "millimetres"],
  [/^weight$/, "grams"],
  [/^capacity$/, "millilitres"],
  [/^(amount|off\..*|subtotal\..*)$/, "amount"],
  [/^coupon$/, "coupon"],
  [/^percent$/, "percent"],
  [/^(buy|get)$/, "units"],
  [/^(cap|capPerOwner)$/, "cap"],
  [/^priority$/, "priority"],
  [/^methods$/, "methods"],
  [/^products$/, "products"],
  [/^(startsAt|endsAt)$/, "time"],
  [/^minQuantity$/, "from"],
  [/^quantity$/, "quantity"],
  [/^position$/, "position"],
  [/^selection\./, "selection"],
  [/^location$/, "location"],
  [/^(carrier|trackingNumber)$/, "carried"],
  [/^(reason|note|text)$/, "said"],
  [/^email$/, "email"],
  [/^url$/, "url"],
  [/^event\./, "events"],
] as const;

/** What to do about a field that was refused, whatever was wrong with it. */
const adviceFor = (field: string, t: Words) => {
  const kind = kinds.find(([pattern]) => pattern.test(field))?.[1];
  return t(kind ?? "other");
};

const ruleWithWords = ["past", "order", "regular", "scheme", "private", "unresolved"] as const;

/** Where a refusal belongs: `/name/ko` is the field `name.ko`, unless the form knows better. */
export const fieldErrors = (
  { errors = [] }: Refusal,
  at: (pointer: string) => string | undefined,
  t: Words,
) =>
  Object.fromEntries(
    errors.flatMap(({ in: place, pointer, rule }) => {
      const own = at(pointer);
      if (place !== "body" && own === undefined) return [];
      const field = own ?? pointer.slice(1).replaceAll("/", ".");
      const known = ruleWithWords.find((name) => name === rule);
      return [[field, known ? t(known) : adviceFor(field, t)]];
    }),
  );
