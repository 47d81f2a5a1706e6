import { describe, expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import { demoMembers } from "./local/demo-members.ts";

const root = resolve(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const decisions = readdirSync(join(root, "docs/decisions")).map((name) => `docs/decisions/${name}`);
const readmes = ["README.md", "README.ko.md"];
const operations = readdirSync(join(root, "docs/operations")).map(
  (name) => `docs/operations/${name}`,
);
const pages = [...readmes, "SECURITY.md", "gateway/README.md", ...decisions, ...operations];

const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name))
  .map(({ name }) => name);

type Dependencies = Record<string, string>;
type Manifest = { dependencies?: Dependencies; devDependencies?: Dependencies };
const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));

type Block = { of: string; text: string };
const blocksOf = (text: string): Block[] =>
  [...text.matchAll(/^```(.*)\n([^]*?)^```$/gm)].map(([, of = "", body = ""]) => ({
    of,
    text: body,
  }));
/** The formatter indents a quotation as it likes. */
const flush = (text: string) => text.replaceAll(/^ +/gm, "");
const prose = (text: string) => text.replaceAll(/^```.*\n[^]*?^```$/gm, "");

const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].flatMap(([, found]) => found ?? []);

const linksOf = (text: string) =>
  all(prose(text), /\]\(([^)#]+)/g).filter((link) => !/^https?:/.test(link));
/** Made by a run, or no path: a package, a media type, a path seen from elsewhere. */
const isElsewhere = (path: string) => /^(\.local|\.secrets|application|@[\w-]+|\.\.)\//.test(path);
const pathsOf = (text: string) =>
  all(prose(text), /`([\w.@[\]-]+(?:\/[\w.@[\]-]+)+\/?)`/g).filter((path) => !isElsewhere(path));

describe.each(pages)("%s", (page) => {
  const text = read(page);
  const folder = join(root, dirname(page));

  test("leads nowhere that does not exist", () => {
    const exists = (path: string) => [root, folder].some((from) => existsSync(join(from, path)));
    expect([...linksOf(text), ...pathsOf(text)].filter((path) => !exists(path))).toEqual([]);
  });

  test("names only scripts that there are", () => {
    const named = all(text, /\bbun run ([a-z][a-z-]*)/g);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  test("quotes files as they are", () => {
    for (const { of, text: quoted } of blocksOf(text)) {
      const [, path] = of.split(" ");
      if (path !== undefined) expect(flush(read(path))).toContain(flush(quoted));
    }
  });
});

test("the demo accounts of the README are those of the demo shop", () => {
  for (const readme of readmes)
    for (const { email, password } of demoMembers)
      expect(
        read(readme).match(new RegExp(`\`${email}\` +\\| +\`${password}\``)),
        email,
      ).not.toBeNull();
});

test("the README names every folder of the repository", () => {
  for (const readme of readmes)
    expect(all(read(readme), /^([a-z]+)\/ {2,}/gm).toSorted()).toEqual(folders.toSorted());
});

test("the Korean README says as much as the English one", () => {
  const [english = "", korean = ""] = readmes.map(read);
  const shape = (text: string) => ({
    headings: all(prose(text), /^(#+) /gm),
    rows: all(prose(text), /^(\|)/gm).length,
    quotes: blocksOf(text).filter(({ of }) => of !== ""),
    links: linksOf(text).filter((link) => !link.startsWith("README")),
    scripts: new Set(all(text, /\bbun run ([a-z][a-z-]*)/g)),
    variables: new Set(all(prose(text), /`([A-Z][A-Z_]+)`/g)),
  });
  expect(shape(korean)).toEqual(shape(english));
});

test("whoever sets up a bucket reads which rights its key needs", () => {
  for (const page of [...readmes, "product/.env.example"])
    for (const right of ["s3:GetObject", "s3:PutObject", "s3:ListBucket"])
      expect(read(page), page).toContain(right);
});

test("every dependency has its reason in the decisions", () => {
  const reasons = read("docs/decisions/0007-dependencies.md");
  const manifests = ["package.json", ...folders.map((folder) => `${folder}/package.json`)];
  const names = manifests
    .filter((path) => existsSync(join(root, path)))
    .flatMap((path) => {
      const { dependencies = {}, devDependencies = {} }: Manifest = JSON.parse(read(path));
      return Object.keys({ ...dependencies, ...devDependencies });
    })
    .filter((name) => !name.startsWith("@jangteo/"));
  const explained = all(reasons, /`([^`]+)`/g);
  expect([...new Set(names)].toSorted()).toEqual(explained.toSorted());
});

test("a decision fits on a page", () => {
  for (const page of decisions)
    expect(read(page).trimEnd().split("\n").length, page).toBeLessThanOrEqual(25);
});
