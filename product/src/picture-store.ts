import { access, mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Where renditions are kept by their names; a name says what it holds, so none is written twice. */
export type PictureStore = {
  has: (file: string) => Promise<boolean>;
  put: (file: string, bytes: Uint8Array) => Promise<void>;
};

/** A folder that whoever serves `/media` reads. */
export const createPictureStore = (folder: string): PictureStore => ({
  has: (file) =>
    access(join(folder, file)).then(
      () => true,
      () => false,
    ),
  put: async (file, bytes) => {
    await mkdir(folder, { recursive: true });
    const draft = join(folder, `.${crypto.randomUUID()}`);
    await writeFile(draft, bytes);
    await rename(draft, join(folder, file));
  },
});
