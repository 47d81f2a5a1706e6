const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

/** Remembered for a year; without it the device decides. */
export const themeCookie = {
  name: "theme",
  options: { path: "/", maxAge: 31_536_000, sameSite: "lax" },
} as const;
