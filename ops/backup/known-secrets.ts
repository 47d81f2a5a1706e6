import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { UserError } from "@jangteo/shared/embedded/user-error";

import type { Folder } from "../local/folder.ts";
import { readSecrets } from "../local/secrets.ts";
import type { Manifest } from "./manifest.ts";
import { fingerprintsOf, unseal } from "./secrets.ts";

type Given = {
  folder: Folder;
  from: string;
  manifest: Manifest;
  passphrase: string | undefined;
  overwrite: boolean;
};

const put = (file: string, text: string) => {
  const draft = `${file}.new`;
  writeFileSync(draft, text, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
};

const fits = (folder: Folder, { fingerprints }: Manifest) => {
  if (!existsSync(folder.secrets)) return false;
  const own = fingerprintsOf(readSecrets(folder));
  return Object.entries(fingerprints).every(([name, known]) => own[name] === known);
};

const opened = ({ folder, from, passphrase }: Given) => {
  const sealed = join(from, "secrets.sealed");
  if (!existsSync(sealed))
    throw new UserError(
      `The backup is without secrets, and those in ${folder.dir} are not the ones that it was written under.`,
      "Put the secrets.json and keys.json of the shop that was backed up there, and restore again.",
    );
  if (!passphrase)
    throw new UserError(
      "The secrets of this backup are sealed.",
      "Set BACKUP_PASSPHRASE to what it was when the backup was taken.",
    );
  return unseal(sealed, passphrase);
};

/** The login of a database that is there already stays. */
const ownerOf = (folder: Folder) =>
  existsSync(folder.postgres) && existsSync(folder.secrets)
    ? { databaseOwner: readSecrets(folder).databaseOwner }
    : {};

/**
 * Makes the folder's secrets those that the backup was written under; the ones that were there before
 * are kept beside them. Does nothing if they are the same.
 */
export const bringSecrets = (given: Given): void => {
  const { folder, manifest, overwrite } = given;
  if (fits(folder, manifest)) return;
  const { secrets, keys } = opened(given);
  if (existsSync(folder.secrets)) {
    if (!overwrite)
      throw new UserError(
        `${folder.secrets} holds the secrets of another shop.`,
        "Say --overwrite, or restore into an empty folder: JANGTEO_DIR.",
      );
    put(`${folder.secrets}.replaced`, readFileSync(folder.secrets, "utf8"));
  }
  put(folder.secrets, JSON.stringify({ ...secrets, ...ownerOf(folder) }, null, 2));
  if (keys !== null && !existsSync(folder.keys)) put(folder.keys, keys);
};
