import { AsyncLocalStorage } from "node:async_hooks";

/** What a page is made of, gathered while it is rendered. */
export type Making = {
  /** Whether each answer that it shows would be shown still. */
  uses: (() => boolean)[];
  /** What no two visitors may be given alike. */
  keys: string[];
  /** Whether it is only for who asked now: it knows its visitor, or lacks what could not be had. */
  isOwn: boolean;
};

// Next bundles pages apart from the server that starts them.
declare global {
  var jangteoMaking: AsyncLocalStorage<Making> | undefined;
}
const current = (globalThis.jangteoMaking ??= new AsyncLocalStorage<Making>());

/** The page that is being rendered for everybody, if one is. */
export const making = () => current.getStore();

/** Says that the page which is being rendered is for nobody but who asked. */
export const keepForNobody = () => {
  const page = making();
  if (page) page.isOwn = true;
};

/** Renders a page, and gathers what it is made of. */
export const gather = (render: () => unknown): Making => {
  const made: Making = { uses: [], keys: [], isOwn: false };
  current.run(made, render);
  return made;
};

/** A key for a form, of which each visitor gets another. */
export const formKey = () => {
  const key = crypto.randomUUID();
  making()?.keys.push(key);
  return key;
};
