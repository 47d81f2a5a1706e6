import { visitKey } from "../../lib/visit";

/** What went wrong, as the messages name it. */
export type Trouble = "save" | "remove" | "full";
type Told = { trouble: Trouble } | null;

/** What the visitor pressed since the page was loaded; what it was rendered with stands behind it. */
const pressed = new Map<string, boolean>();
/** The last press of each piece, whose answer counts. */
const last = new Map<string, symbol>();
const listeners = new Set<() => void>();
/** Writes about one piece follow each other. */
const writing = new Map<string, Promise<unknown>>();
const flying = new Set<Promise<unknown>>();
const state: { told: Told } = { told: null };
const tell = () => {
  for (const changed of listeners) changed();
};

export const wishes = {
  subscribe: (changed: () => void) => {
    listeners.add(changed);
    return () => void listeners.delete(changed);
  },
  isSaved: (id: string) => pressed.get(id),
  told: () => state.told,
  /** Settles once nothing is on its way; undefined when nothing is. */
  pending: () => (flying.size > 0 ? Promise.all(flying) : undefined),
  onServer: () => undefined,
  toldOnServer: () => null,
};

const send = async (id: string, wanted: boolean): Promise<Trouble | undefined> => {
  const trouble = wanted ? "save" : "remove";
  try {
    const reply = await fetch(`/api/wishlists/current/items/${id}`, {
      method: wanted ? "PUT" : "DELETE",
      headers: {
        "x-csrf": "1",
        "x-visit": visitKey(),
        ...(wanted && { "content-type": "application/json" }),
      },
      keepalive: true,
    });
    if (reply.ok) return undefined;
    return reply.status === 409 ? "full" : trouble;
  } catch {
    return trouble;
  }
};

export const forgetTold = () => {
  state.told = null;
  tell();
};

/** Shows the wish at once and sends it; on failure it goes back, and why is told. */
export const wish = (id: string, wanted: boolean): Promise<boolean> => {
  const press = Symbol(id);
  last.set(id, press);
  pressed.set(id, wanted);
  state.told = null;
  tell();
  const answered = async () => {
    const trouble = await send(id, wanted);
    if (last.get(id) === press) pressed.set(id, trouble === undefined ? wanted : !wanted);
    if (trouble) state.told = { trouble };
    tell();
    return trouble === undefined;
  };
  const before = writing.get(id);
  const sent = before ? before.then(answered) : answered();
  writing.set(id, sent);
  flying.add(sent);
  void sent.finally(() => flying.delete(sent));
  return sent;
};
