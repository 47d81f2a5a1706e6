import type { Cart } from "@jangteo/order/contract";

import type { Trouble } from "./answers";
import type { Audience, Request } from "./requests";
import { emptyCart, type Line, type Shown, unitsOf, type Wanted, withWanted } from "./wanted";

export type Intent = {
  wanted: Wanted;
  key: string;
  settle: (trouble: Trouble | null) => void;
  /** Set once it was sent: a repetition is the same request, to the letter. */
  request?: Request;
};

/** What tells one state of a cart from another. */
export type Mark = Pick<Cart, "id" | "version" | "units">;

type State = {
  audience: Audience;
  /** As the shop said it last. */
  cart: Cart | null;
  mark: Mark | null;
  queue: Intent[];
  working: boolean;
  failures: number;
  away: boolean;
  told: { trouble: Trouble; about: string } | null;
  removed: { line: Line; at: number } | null;
  open: boolean;
};

export const state: State = {
  audience: { locale: "ko", currency: "KRW" },
  cart: null,
  mark: null,
  queue: [],
  working: false,
  failures: 0,
  away: false,
  told: null,
  removed: null,
  open: false,
};

export type Snapshot = Pick<State, "told" | "removed" | "open" | "away"> & {
  /** With all that was pressed; null while this page was not told of it. */
  cart: Shown | null;
  units: number | null;
  /** Presses that the shop has not answered. */
  pending: number;
  /** The connection is lost, or the shop does not answer: what was pressed is kept and sent again. */
  waiting: boolean;
};

const look = (): Snapshot => {
  const { mark, away, told, removed, open, queue, failures } = state;
  const wanted = queue.map((one) => one.wanted);
  const isNobodys = mark !== null && mark.id === null;
  const base = state.cart ?? (isNobodys ? emptyCart(state.audience.currency) : null);
  const cart = base && wanted.reduce<Shown>(withWanted, base);
  const growing = wanted.reduce((sum, one) => sum + unitsOf(one), 0);
  const known = mark === null && growing === 0 ? null : (mark?.units ?? 0) + growing;
  const units = cart?.units ?? known;
  return { cart, units, pending: queue.length, waiting: failures > 0, away, told, removed, open };
};

const listeners = new Set<() => void>();
const shown = { snapshot: look() };
export const onServer = shown.snapshot;
export const snapshot = () => shown.snapshot;

/** Every part of the page that shows the cart looks again. */
export const tell = () => {
  shown.snapshot = look();
  for (const changed of listeners) changed();
};

export const subscribe = (changed: () => void) => {
  listeners.add(changed);
  return () => void listeners.delete(changed);
};

/** Takes what the shop said, unless something newer of the same cart is known. */
export const take = (cart: Cart) => {
  const known = state.cart;
  if (known && known.id === cart.id && known.version > cart.version) return;
  state.cart = cart;
  state.mark = cart;
  state.away = false;
};
