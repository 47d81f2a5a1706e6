import type { CSSProperties } from "react";

/** Custom properties for `style`, which React's type does not know: `{ at: 10 }` is `--at: 10`. */
export const cssVars = (values: Record<string, string | number>): CSSProperties =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`--${name}`, value]));
