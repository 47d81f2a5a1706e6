/** Colours of the page for what reads no style sheet: the tokens `--paper`, `--ink` and so on. */
export const daylight = {
  paper: "#f5f1e8",
  ink: "#1d1b18",
  ink2: "#4b473f",
  line: "#d8d0bf",
} as const;
export const night = { paper: "#171613" } as const;
