import type { ComponentProps } from "react";

import { BrandMark } from "./brand-mark";

type Look = "plain" | "act" | "quiet" | "danger";

type ButtonProps = Omit<ComponentProps<"button">, "className"> & {
  look?: Look;
  wide?: boolean;
  /** Shows the joining halves; the button keeps its focus and is never disabled mid-press. */
  busy?: boolean;
};

/** One `act` button per view; the rest are outlines or underlined words. */
export const buttonClass = (look: Look = "plain", wide = false) =>
  ["btn", look !== "plain" && `btn--${look}`, wide && "btn--wide"].filter(Boolean).join(" ");

export const Button = ({
  look,
  wide,
  busy = false,
  type = "button",
  children,
  ...rest
}: ButtonProps) => (
  <button {...rest} type={type} className={buttonClass(look, wide)} aria-busy={busy || undefined}>
    {busy && <BrandMark className="halves" />}
    {children}
  </button>
);
