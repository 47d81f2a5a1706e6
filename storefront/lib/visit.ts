/** Whatever this page writes at once comes from one visitor, who may not be anybody yet. */
const made: { key?: string } = {};

const newKey = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** The key of this page's visit; unlike `randomUUID`, to be had on a shop without TLS as well. */
export const visitKey = () => (made.key ??= newKey());

/** A key for one press; all that is sent for it carries the same. */
export const pressKey = newKey;
