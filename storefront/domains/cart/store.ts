import type { Cart } from "@jangteo/order/contract";
import { useSyncExternalStore } from "react";

import type { Audience } from "./requests";
import { begin, hear, listen, read, want } from "./sending";
import { type Mark, onServer, snapshot, state, subscribe, take, tell } from "./state";

/** The cart of this page: one for all its parts, at once as it was pressed, and in step with the shop. */
export const cartStore = {
  want,
  read,
  retry: begin,
  remove: (variantId: string) => {
    const lines = snapshot().cart?.lines ?? [];
    const at = lines.findIndex((one) => one.variantId === variantId);
    const line = lines[at];
    state.removed = line ? { line, at } : null;
    return want({ kind: "remove", variantId });
  },
  undo: () => {
    if (!state.removed) return;
    const { line } = state.removed;
    state.removed = null;
    const { variantId, quantity } = line;
    void want({ kind: "add", variantId, quantity, preview: line });
  },
  /** A page was rendered for this audience, while the cart stood so; null when nobody could say. */
  speak: (audience: Audience, mark: Mark | null) => {
    state.audience = audience;
    if (mark) hear(mark);
  },
  /** A page was rendered with this cart. */
  adopt: (cart: Cart) => {
    take(cart);
    tell();
  },
  forgetTold: () => {
    state.removed = null;
    state.told = null;
    tell();
  },
  show: (open: boolean) => {
    state.open = open;
    tell();
  },
};

const watch = (changed: () => void) => {
  listen();
  return subscribe(changed);
};

export const useCart = () => useSyncExternalStore(watch, snapshot, () => onServer);
