type Format = "jpeg" | "png" | "webp" | "heif";

const ascii = (bytes: Buffer, at: number, text: string) =>
  bytes.subarray(at, at + text.length).equals(Buffer.from(text, "latin1"));

/** ISO base media boxes follow each other to the end, and the first says AVIF. */
const isAvif = (bytes: Buffer) => {
  if (!ascii(bytes, 4, "ftypavif")) return false;
  for (let at = 0; at < bytes.length;) {
    const size = at + 8 <= bytes.length ? bytes.readUInt32BE(at) : 0;
    if (size < 8) return false;
    at += size;
    if (at === bytes.length) return true;
  }
  return false;
};

const isWebp = (bytes: Buffer) =>
  ascii(bytes, 0, "RIFF") && ascii(bytes, 8, "WEBP") && bytes.readUInt32LE(4) + 8 === bytes.length;

const isPng = (bytes: Buffer) =>
  ascii(bytes, 0, "\x89PNG\r\n\x1a\n") && ascii(bytes, bytes.length - 8, "IEND");

const isJpeg = (bytes: Buffer) =>
  ascii(bytes, 0, "\xff\xd8\xff") && ascii(bytes, bytes.length - 2, "\xff\xd9");

/** What a file is by its first and last bytes, whatever it is called; nothing may follow the picture. */
export const formatOf = (bytes: Buffer): Format | undefined => {
  if (bytes.length < 32) return undefined;
  if (isJpeg(bytes)) return "jpeg";
  if (isPng(bytes)) return "png";
  if (isWebp(bytes)) return "webp";
  return isAvif(bytes) ? "heif" : undefined;
};
