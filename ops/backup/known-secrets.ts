import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { UserError } from "@jangteo/shared/embedded/user-error";

import type { Folder } from "../local/folder.ts";
import { readSecrets, type Secrets } from "../local/secrets.ts";
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
  existsSync(folder.postgres) ? { databaseOwner: readSecrets(folder).databaseOwner } : {};

type Settled = {
  secrets: Secrets;
  /** Makes them the folder's; the ones that were there before are kept beside them. */
  keep: () => void;
};

/**
 * The secrets that the backup was written under: the folder's own if they are the same, else those in
 * the backup. A folder that has others keeps them until all else has been brought back.
 */
export const settleSecrets = (given: Given): Settled => {
  const { folder, manifest, overwrite } = given;
  if (fits(folder, manifest)) return { secrets: readSecrets(folder), keep: () => {} };
  const { secrets, keys } = opened(given);
  const replaces = existsSync(folder.secrets);
  if (replaces && !overwrite)
    throw new UserError(
      `${folder.secrets} holds the secrets of another shop.`,
      "Say --overwrite, or restore into an empty folder: JANGTEO_DIR.",
    );
  const draft = { ...folder, secrets: `${folder.secrets}.restored` };
  put(draft.secrets, JSON.stringify({ ...secrets, ...(replaces && ownerOf(folder)) }, null, 2));
  return {
    secrets: readSecrets(draft),
    keep: () => {
      if (!existsSync(draft.secrets)) return;
      if (replaces) put(`${folder.secrets}.replaced`, readFileSync(folder.secrets, "utf8"));
      renameSync(draft.secrets, folder.secrets);
      if (keys !== null && !existsSync(folder.keys)) put(folder.keys, keys);
    },
  };
};
