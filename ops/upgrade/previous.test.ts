import { afterAll, expect, test } from "bun:test";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { findPrevious, gitArguments } from "./previous.ts";

const place = mkdtempSync(join(tmpdir(), "jangteo-previous-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));
const clone = join(place, "clone");
mkdirSync(join(clone, "order/drizzle"), { recursive: true });

const git = (...args: string[]) =>
  execFileSync(
    "git",
    gitArguments(clone, ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args]),
    {
      encoding: "utf8",
    },
  ).trim();
const commit = (file: string) => {
  writeFileSync(join(clone, file), crypto.randomUUID());
  git("add", ".");
  git("commit", "--quiet", "--no-verify", "-m", "x");
  return git("rev-parse", "HEAD");
};

test("the version before is the last release; before there is one, what the newest migration changes", () => {
  git("init", "--quiet");
  commit("README.md");
  const before = commit("code.ts");
  commit("order/drizzle/0000_init.sql");
  const last = commit("code.ts");
  expect(findPrevious(clone).commit).toBe(before);

  writeFileSync(join(clone, "order/drizzle/0001_new.sql"), "x");
  expect(findPrevious(clone).commit).toBe(last);
  const released = commit("code.ts");

  git("tag", "v0.1.0");
  git("tag", "somebody's-own");
  // The release itself follows what was before it.
  expect(findPrevious(clone).commit).toBe(last);
  commit("code.ts");
  expect(findPrevious(clone)).toEqual({ commit: released, why: "the tag v0.1.0" });
  commit("order/drizzle/0002_newer.sql");
  git("tag", "v0.2.0");
  expect(findPrevious(clone).commit).toBe(released);
});

test("a clone without history says how to get it, instead of leaving the drill out", () => {
  const shallow = join(place, "shallow");
  git("clone", "--quiet", "--depth=1", `file://${clone}`, shallow);
  expect(() => findPrevious(shallow)).toThrow("is not in this clone");
  expect(() => findPrevious(place)).toThrow("This is no clone");
});
