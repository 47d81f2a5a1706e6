/** The shop's paper and ink for Scalar's own variables, in both themes. */
const palette = (mode: "light" | "dark", inks: Record<string, string>) =>
  `.${mode}-mode{${Object.entries(inks)
    .map(([name, value]) => `--scalar-${name}:${value}`)
    .join(";")}}`;

export const referenceStyle = [
  `body{margin:0}`,
  `.bar{display:flex;flex-wrap:wrap;gap:4px 24px;align-items:center;min-height:56px;padding:0 24px;border-bottom:1px solid light-dark(#d8d0bf,#38342c);background:light-dark(#f5f1e8,#171613);font:15px/1.35 system-ui,sans-serif}`,
  `.bar a{display:inline-flex;align-items:center;min-height:44px;color:light-dark(#1d1b18,#efe9dc);text-decoration:none}`,
  `.bar a:hover{text-decoration:underline}`,
  `.bar a:focus-visible{outline:2px solid light-dark(#2b4fa6,#a9c0ff);outline-offset:3px}`,
  `.down{margin:0;padding:12px 24px;background:light-dark(#f1e5c6,#332813);color:light-dark(#6d4b0c,#e2bd70);font:15px/1.55 system-ui,sans-serif}`,
  `:root{color-scheme:light dark;--scalar-radius:2px;--scalar-radius-lg:2px;--scalar-radius-xl:2px;--scalar-font:system-ui,sans-serif;--scalar-font-code:ui-monospace,"Cascadia Mono",monospace}`,
  palette("light", {
    "background-1": "#f5f1e8",
    "background-2": "#fcfaf4",
    "background-3": "#ebe5d7",
    "background-accent": "#dde7dd",
    "border-color": "#d8d0bf",
    "color-1": "#1d1b18",
    "color-2": "#4b473f",
    "color-3": "#625c50",
    "color-accent": "#28594b",
  }),
  palette("dark", {
    "background-1": "#171613",
    "background-2": "#201e1a",
    "background-3": "#24221d",
    "background-accent": "#22322b",
    "border-color": "#38342c",
    "color-1": "#efe9dc",
    "color-2": "#c3bbab",
    "color-3": "#a39b8b",
    "color-accent": "#a3ccbb",
  }),
].join("\n");
