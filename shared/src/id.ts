/** A UUIDv7 (RFC 9562): the milliseconds first, so that new rows stand together. */
export const uuidv7 = (now = Date.now()) => {
  const hex = now.toString(16).padStart(12, "0");
  const random = crypto.randomUUID();
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${random.slice(15)}`;
};

/** When a UUIDv7 was made. */
export const timeOf = (id: string) =>
  new Date(Number.parseInt(id.replace("-", "").slice(0, 12), 16));
