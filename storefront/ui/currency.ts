"use server";

import { currency } from "@jangteo/shared/money";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";

import { env } from "../lib/env";
import { visitor } from "../lib/visitor";
import { currencyCookie } from "./currencies";

/** The page that asks, without a price range, which was meant in other money. */
const sameShelf = (page: string) => {
  const url = new URL(page, env.publicOrigin);
  for (const name of ["minPrice", "maxPrice", "after"]) url.searchParams.delete(name);
  return url.pathname + url.search;
};

/** The page comes back with its prices in the chosen money. */
export const chooseCurrency = async (form: FormData) => {
  const chosen = currency.safeParse(form.get("currency")).data;
  if (chosen === undefined) return;
  const secure = env.publicOrigin.startsWith("https:");
  (await cookies()).set(currencyCookie.name, chosen, { ...currencyCookie.options, secure });
  redirect(sameShelf((await visitor()).page ?? "/"));
};
