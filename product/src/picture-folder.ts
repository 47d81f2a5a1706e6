import { access, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";

import type { PictureStore } from "./picture-store.ts";

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
    try {
      const handle = await open(draft, "wx");
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(draft, join(folder, file));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  },
  get: (file) =>
    readFile(join(folder, file)).catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    }),
});
