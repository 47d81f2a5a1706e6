"use client";

import type { SubmitEvent } from "react";

import { Icon } from "./icon";
import { isTheme, themeCookie } from "./themes";

type ThemeToggleProps = {
  choose: (form: FormData) => Promise<void>;
  labels: { dark: string; light: string };
};

const chooseAtOnce = (event: SubmitEvent<HTMLFormElement>) => {
  const button = event.nativeEvent.submitter;
  const theme = button instanceof HTMLButtonElement ? button.value : null;
  if (!isTheme(theme)) return;
  event.preventDefault();
  const { path, maxAge, sameSite } = themeCookie.options;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${themeCookie.name}=${theme}; path=${path}; max-age=${maxAge}; samesite=${sameSite}${secure}`;
  document.documentElement.dataset["theme"] = theme;
};

/** Two buttons of which the style sheet shows the one that changes something. */
export const ThemeToggle = ({ choose, labels }: ThemeToggleProps) => (
  <form className="theme-toggle" action={choose} onSubmit={chooseAtOnce}>
    <button className="theme-toggle__dark" name="theme" value="dark" aria-label={labels.dark}>
      <Icon name="moon" />
    </button>
    <button className="theme-toggle__light" name="theme" value="light" aria-label={labels.light}>
      <Icon name="sun" />
    </button>
  </form>
);
