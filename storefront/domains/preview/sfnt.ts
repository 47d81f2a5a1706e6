import { inflateSync } from "node:zlib";

const head = 44;
const entry = 20;

type Table = { tag: Buffer; checksum: Buffer; data: Buffer };

const tableAt = (woff: Buffer, at: number): Table => {
  const [offset, packed, size] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field));
  const data = woff.subarray(offset, (offset ?? 0) + (packed ?? 0));
  return {
    tag: woff.subarray(at, at + 4),
    checksum: woff.subarray(at + 16, at + 20),
    data: packed === size ? data : inflateSync(data),
  };
};

const padded = (data: Buffer) => Buffer.concat([data, Buffer.alloc(-data.length & 3)]);

/** The font inside a WOFF 1.0 file, as programs outside of browsers read it (W3C WOFF; OpenType). */
export const sfntOf = (woff: Buffer): Buffer => {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, at) => tableAt(woff, head + entry * at));
  const directory = Buffer.alloc(12 + 16 * count);
  woff.copy(directory, 0, 4, 8);
  const power = Math.floor(Math.log2(count));
  const range = 16 * 2 ** power;
  for (const [at, value] of [count, range, power, 16 * count - range].entries())
    directory.writeUInt16BE(value, 4 + 2 * at);
  const bodies = tables.map(({ data }) => padded(data));
  for (const [at, { tag, checksum, data }] of tables.entries()) {
    const before = bodies.slice(0, at).reduce((sum, { length }) => sum + length, 0);
    const here = 12 + 16 * at;
    tag.copy(directory, here);
    checksum.copy(directory, here + 4);
    directory.writeUInt32BE(directory.length + before, here + 8);
    directory.writeUInt32BE(data.length, here + 12);
  }
  return Buffer.concat([directory, ...bodies]);
};
