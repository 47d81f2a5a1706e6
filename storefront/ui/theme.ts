"use server";

import { cookies } from "next/headers";

import { env } from "../lib/env";
import { isTheme, themeCookie } from "./themes";

/** The toggle without JavaScript: the page comes back in the chosen theme. */
export const chooseTheme = async (form: FormData) => {
  const theme = form.get("theme");
  if (!isTheme(theme)) return;
  const secure = env.publicOrigin.startsWith("https:");
  (await cookies()).set(themeCookie.name, theme, { ...themeCookie.options, secure });
};
