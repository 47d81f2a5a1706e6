import type { Language } from "@jangteo/shared/contract";
import type { Currency } from "@jangteo/shared/money";
import { invalidField } from "@jangteo/shared/problem";

import type { PaymentMethod } from "./contract.ts";
import type { ProviderName, Providers } from "./providers/provider.ts";

type Method = {
  code: string;
  provider: ProviderName;
  name: Record<Language, string>;
  currencies: Currency[];
};

const methods: Method[] = [
  {
    code: "toss",
    provider: "toss",
    name: { ko: "카드·간편결제", en: "Korean card or wallet" },
    currencies: ["KRW"],
  },
  {
    code: "stripe",
    provider: "stripe",
    name: { ko: "신용카드 (해외)", en: "Card" },
    currencies: ["KRW", "USD"],
  },
  {
    code: "card",
    provider: "sandbox",
    name: { ko: "카드 (연습용)", en: "Card (practice)" },
    currencies: ["KRW", "USD"],
  },
];

const ofProviders = (providers: Providers) =>
  methods.filter(({ provider }) => providers[provider] !== undefined);

/** How one can pay, by the providers that are switched on. */
export const listMethods = (
  providers: Providers,
  asked: { language: Language; currency?: Currency | undefined },
): PaymentMethod[] =>
  ofProviders(providers)
    .filter(({ currencies }) => !asked.currency || currencies.includes(asked.currency))
    .map((method) => ({ ...method, name: method.name[asked.language] }));

/** Who takes the money of a method. */
export const providerFor = (
  providers: Providers,
  { method, currency }: { method: string; currency: Currency },
) => {
  const found = ofProviders(providers).find(({ code }) => code === method);
  if (!found?.currencies.includes(currency))
    throw invalidField("/method", "unknown", "is no way to pay here in this currency");
  return found.provider;
};
