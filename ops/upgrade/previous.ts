import { spawnSync } from "node:child_process";

import { UserError } from "@jangteo/shared/embedded/user-error";

export type Previous = { commit: string; why: string };

/** In a container the clone may be another user's. */
export const gitArguments = (root: string, args: readonly string[]): string[] => [
  ...["-C", root, "-c", `safe.directory=${root}`],
  ...args,
];

const migrations = "*/drizzle/*.sql";

/**
 * The version that this code has to follow without a pause: the last tag before this commit (`v1.2.3`).
 * Before there is any, the code as it was before the newest migration, or the last commit if a migration
 * is being written.
 */
export const findPrevious = (root: string): Previous => {
  const git = (...args: string[]) => {
    const { status, stdout } = spawnSync("git", gitArguments(root, args), { encoding: "utf8" });
    return status === 0 ? stdout.trim() : undefined;
  };
  const commitOf = (name: string) => git("rev-parse", "--verify", "--quiet", `${name}^{commit}`);
  const shallow = git("rev-parse", "--is-shallow-repository");
  if (shallow === undefined)
    throw new UserError(
      "This is no clone, so the previous version cannot be found.",
      "Run the upgrade drill in a clone, with git installed.",
    );
  if (shallow === "true")
    throw new UserError(
      "The previous version is not in this clone.",
      "Bring its history and tags: git fetch --unshallow --tags (in CI: fetch-depth: 0).",
    );
  const tag = git("describe", "--tags", "--abbrev=0", "--match", "v[0-9]*", "HEAD^");
  const tagged = tag && commitOf(tag);
  if (tag && tagged) return { commit: tagged, why: `the tag ${tag}` };
  const head = commitOf("HEAD");
  if (head && git("status", "--porcelain", "--", migrations))
    return { commit: head, why: "the last commit, before the migration that is being written" };
  const newest = git("log", "-1", "--format=%H", "--", migrations);
  const before = newest && commitOf(`${newest}^`);
  if (!before) throw new Error("There is no version before this one.");
  return { commit: before, why: "the commit before the newest migration" };
};
