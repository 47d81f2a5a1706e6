import { readManifest, type Manifest } from "./manifest.ts";
import { checkMigrations } from "./migrations.ts";
import { checkParts } from "./parts.ts";

/** What is in a backup, once it is sure that it is whole and that this version can bring it back. */
export const openBackup = async (root: string, folder: string): Promise<Manifest> => {
  const manifest = readManifest(folder);
  await checkParts(folder, manifest);
  checkMigrations(root, manifest);
  return manifest;
};
