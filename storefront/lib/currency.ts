import "server-only";
import { currency, type Currency } from "@jangteo/shared/money";
import { cookies } from "next/headers";

import type { Locale } from "../i18n/routing";
import { currencyCookie } from "../ui/currencies";

/** In whose language and money the shop speaks. */
export type Audience = { locale: Locale; currency: Currency };

/** The money that prices are shown in. Won unless chosen otherwise: a language says nothing of it. */
export const audienceOf = async (locale: Locale): Promise<Audience> => {
  const chosen = currency.safeParse((await cookies()).get(currencyCookie.name)?.value).data;
  return { locale, currency: chosen ?? "KRW" };
};
