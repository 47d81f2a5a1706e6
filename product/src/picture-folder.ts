import { access, mkdir, open, rename, stat } from "node:fs/promises";
import { join } from "node:path";

import type { PictureStore } from "./picture-store.ts";

const pieceSize = 256 * 1024;

const readPiece = async (path: string, position: number) => {
  const handle = await open(path);
  try {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(pieceSize), { position });
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

/** A file piece by piece; it is open only while a piece is read, so that who reads no further leaves nothing open. */
const streamOf = (path: string, size: number) => {
  const read = { bytes: 0 };
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const piece = await readPiece(path, read.bytes);
        read.bytes += piece.length;
        if (piece.length > 0) controller.enqueue(piece);
        if (piece.length === 0 || read.bytes >= size) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
};

const isMissing = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

/** A folder of this machine, or one that several share. */
export const createPictureFolder = (folder: string): PictureStore => ({
  has: (file) =>
    access(join(folder, file)).then(
      () => true,
      () => false,
    ),
  put: async (file, bytes) => {
    await mkdir(folder, { recursive: true });
    const draft = join(folder, `.${crypto.randomUUID()}`);
    const handle = await open(draft, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, join(folder, file));
  },
  open: async (file) => {
    const path = join(folder, file);
    try {
      const { size } = await stat(path);
      return { size, body: streamOf(path, size) };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
});
