"use client";

import type { ReactNode } from "react";

import { usePathname } from "../i18n/navigation";
import { Icon } from "./icon";

type PhoneMenuProps = {
  labels: { open: string; close: string; menu: string };
  children: ReactNode;
};

/** A popover, so that it opens and closes without JavaScript; a new page starts with it closed. */
export const PhoneMenu = ({ labels, children }: PhoneMenuProps) => (
  <>
    <button
      className="phone-only"
      type="button"
      popoverTarget="phone-menu"
      aria-label={labels.open}
    >
      <Icon name="menu" />
    </button>
    <nav
      key={usePathname()}
      className="phone-menu"
      id="phone-menu"
      popover="auto"
      aria-label={labels.menu}
    >
      <button
        className="icon-btn"
        type="button"
        popoverTarget="phone-menu"
        aria-label={labels.close}
      >
        <Icon name="close" />
      </button>
      {children}
    </nav>
  </>
);
