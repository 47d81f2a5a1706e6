/** Header fields: names are equal whatever their case, order and repetitions are kept. */
export type Fields = {
  get: (name: string) => string | undefined;
  all: (name: string) => readonly string[];
  set: (name: string, value: string | readonly string[]) => void;
  add: (name: string, value: string) => void;
  remove: (name: string) => void;
  entries: () => (readonly [name: string, values: readonly string[]])[];
  /** Name, value, name, value: the form that node:http takes and gives. */
  flat: () => string[];
};

export const createFields = (raw: readonly string[] = []): Fields => {
  const held = new Map<string, readonly [string, readonly string[]]>();
  const set = (name: string, value: string | readonly string[]) => {
    held.set(name.toLowerCase(), [name, typeof value === "string" ? [value] : value]);
  };
  const all = (name: string) => held.get(name.toLowerCase())?.[1] ?? [];
  const add = (name: string, value: string) => set(name, [...all(name), value]);
  for (let at = 0; at + 1 < raw.length; at += 2) add(raw[at] ?? "", raw[at + 1] ?? "");
  return {
    get: (name) => all(name)[0],
    all,
    set,
    add,
    remove: (name) => void held.delete(name.toLowerCase()),
    entries: () => [...held.values()],
    flat: () => [...held.values()].flatMap(([name, values]) => values.flatMap((v) => [name, v])),
  };
};

const hopByHop = [
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];

/** Removes what belongs to one connection only (RFC 9110, section 7.6.1). */
export const dropHopByHop = (fields: Fields) => {
  for (const name of hopByHop) fields.remove(name);
};
