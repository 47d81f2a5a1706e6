import { pressKey } from "../../lib/visit";
import type { Trouble } from "./answers";
import { fetchCart, requestFor, send } from "./requests";
import { type Intent, type Mark, state, take, tell } from "./state";
import { isOvertaken, type Wanted } from "./wanted";

const firstPause = 1000;
const mostPause = 30_000;

const timers: { retry?: ReturnType<typeof setTimeout> } = {};
const wire: { channel?: BroadcastChannel } = {};

/** Reads the cart anew; while something is on its way, the answer to that says it all. */
export const read = async () => {
  if (state.queue.length > 0) return begin();
  const cart = await fetchCart(state.audience);
  if (state.working) return;
  if (cart) take(cart);
  else state.away = true;
  tell();
};

const aboutOf = (wanted: Wanted) => ("code" in wanted ? wanted.code : wanted.variantId);

const finish = (intent: Intent, trouble: Trouble | null) => {
  state.queue = state.queue.filter((one) => one !== intent);
  state.failures = 0;
  if (trouble) state.told = { trouble, about: aboutOf(intent.wanted) };
  intent.settle(trouble);
  tell();
};

/** It may be refused because the cart is another than this page believed: that is read first. */
const refuse = async (intent: Intent, trouble: Trouble) => {
  const cart = await fetchCart(state.audience);
  if (cart) take(cart);
  finish(intent, trouble);
};

const waitFor = (seconds: number | null) => {
  state.failures += 1;
  state.working = false;
  const pause = Math.min(mostPause, firstPause * 2 ** (state.failures - 1));
  timers.retry = setTimeout(begin, Math.max(pause, 1000 * (seconds ?? 0)));
  tell();
};

/** Sends what was pressed, one after the other, each until it is answered. */
const work = async (): Promise<void> => {
  const [intent] = state.queue;
  if (!intent) {
    state.working = false;
    return undefined;
  }
  const request = intent.request ?? requestFor(intent.wanted, state.cart);
  if (!request) {
    finish(intent, intent.wanted.kind === "remove" ? null : "gone");
    return work();
  }
  intent.request = request;
  const answer = await send(request, intent.key, state.audience);
  if (answer.kind === "later") return waitFor(answer.after);
  if (answer.kind === "refused") {
    await refuse(intent, answer.trouble);
    return work();
  }
  take(answer.cart);
  finish(intent, null);
  const { id, version, units } = answer.cart;
  wire.channel?.postMessage({ id, version, units } satisfies Mark);
  return work();
};

/** Sends at once what waits. */
export const begin = () => {
  clearTimeout(timers.retry);
  if (state.working || state.queue.length === 0) return;
  state.working = true;
  void work();
};

/** Shows it at once and sends it; settles with what stood in the way, or null. One key is one press. */
export const want = (wanted: Wanted, key = pressKey()): Promise<Trouble | null> => {
  if (state.queue.some((one) => one.key === key)) return Promise.resolve(null);
  const isOver = (one: Intent) => !one.request && isOvertaken(one.wanted, wanted);
  for (const one of state.queue.filter(isOver)) one.settle(null);
  const { promise, resolve: settle } = Promise.withResolvers<Trouble | null>();
  state.queue = [...state.queue.filter((one) => !isOver(one)), { wanted, key, settle }];
  state.told = null;
  tell();
  begin();
  return promise;
};

/** Another tab, or a page, has heard of the cart: this one shows the same. */
export const hear = (mark: Mark) => {
  const known = state.mark;
  if (known && known.id === mark.id && known.version >= mark.version) return;
  state.mark = mark;
  if (state.cart) void read();
  else tell();
};

const lookAgain = () => (state.cart ? void read() : begin());

/** Agrees with the other tabs, and with what happened while this one was not looked at. */
export const listen = () => {
  if (wire.channel || typeof BroadcastChannel === "undefined") return;
  wire.channel = new BroadcastChannel("cart");
  wire.channel.addEventListener("message", ({ data }: MessageEvent<Mark>) => hear(data));
  window.addEventListener("online", begin);
  window.addEventListener("pageshow", ({ persisted }) => (persisted ? lookAgain() : undefined));
  document.addEventListener("visibilitychange", () => (document.hidden ? undefined : lookAgain()));
};
