/**
 * Where renditions are kept by their names; a name says what it holds, so none is written twice. A
 * picture is there as a whole or not at all.
 */
export type PictureStore = {
  has: (file: string) => Promise<boolean>;
  put: (file: string, bytes: Uint8Array) => Promise<void>;
  get: (file: string) => Promise<Uint8Array | undefined>;
};

const types: Record<string, string> = { avif: "image/avif", webp: "image/webp" };

/** A rendition's name: what was sent in, hashed; the width; the format. No folder is left by it. */
const name = /^[0-9a-f]{32}-\d{2,4}\.(avif|webp)$/;

/** The media type of a rendition; undefined where no rendition is called so. */
export const typeOf = (file: string) => {
  const format = name.exec(file)?.[1];
  return format === undefined ? undefined : types[format];
};
