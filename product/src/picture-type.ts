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

/** Chunks follow each other to the last; one that says so makes it move. */
const isPng = (bytes: Buffer) => {
  if (!ascii(bytes, 0, "\x89PNG\r\n\x1a\n")) return false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const isLast = ascii(bytes, at + 4, "IEND");
    if (ascii(bytes, at + 4, "acTL")) return false;
    at += 12 + bytes.readUInt32BE(at);
    if (isLast) return at === bytes.length;
  }
  return false;
};

/** Markers without a length: stuffed and filling bytes, TEM, restarts. */
const isBare = (marker: number) => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Where the JPEG that begins here ends (ITU-T T.81, B.1); past the end if it does not. */
const endOfJpeg = (bytes: Buffer, start: number) => {
  for (let at = start + 2; at + 4 <= bytes.length + 2;) {
    const found = bytes.indexOf(0xff, at);
    const marker = found < 0 ? undefined : bytes[found + 1];
    if (marker === undefined || marker === 0xd8) break;
    if (marker === 0xd9) return found + 2;
    if (marker === 0xff) at = found + 1;
    else if (isBare(marker)) at = found + 2;
    else if (found + 4 > bytes.length) break;
    else at = found + 2 + bytes.readUInt16BE(found + 2);
  }
  return bytes.length + 1;
};

/** Behind a photograph, a camera may have put others: previews, and how bright it is in HDR. */
const isJpeg = (bytes: Buffer) => {
  for (let at = 0; ascii(bytes, at, "\xff\xd8\xff");) {
    at = endOfJpeg(bytes, at);
    while (bytes[at] === 0) at += 1;
    if (at === bytes.length) return true;
  }
  return false;
};

/** What a file is by its parts, whatever it is called; nothing may follow the picture. */
export const formatOf = (bytes: Buffer): Format | undefined => {
  if (bytes.length < 32) return undefined;
  if (isJpeg(bytes)) return "jpeg";
  if (isPng(bytes)) return "png";
  if (isWebp(bytes)) return "webp";
  return isAvif(bytes) ? "heif" : undefined;
};
