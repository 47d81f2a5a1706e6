import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

/** Tries what a broken-into service would: tells which of it worked. */
const works = (work: () => unknown) => {
  try {
    work();
    return true;
  } catch {
    return false;
  }
};

const places = process.argv.slice(2).map((folder) => ({
  reads: works(() => readdirSync(folder)),
  writes: works(() => writeFileSync(join(folder, "probe"), "")),
}));
const starts = works(() => execFileSync("true"));
console.log(JSON.stringify({ places, starts }));
