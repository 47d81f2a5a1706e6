import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync } from "node:fs";
import { readdirSync, renameSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";

import { read, root } from "./compose-file.ts";

type Step = { word: string; rest: string };
type Stage = { name: string; from: string; steps: Step[] };

const steps = read("Dockerfile")
  .replaceAll(/\\\n/g, "")
  .split("\n")
  .flatMap((line): Step[] => {
    const [, word = "", rest = ""] = /^([A-Z]+)\s+(.+)$/.exec(line) ?? [];
    return word ? [{ word, rest }] : [];
  });

const stages = steps.reduce<Stage[]>((before, step) => {
  const [, from = "", name = ""] = /^(\S+) AS (\S+)$/.exec(step.rest) ?? [];
  if (step.word === "FROM") return [...before, { name, from, steps: [] }];
  before.at(-1)?.steps.push(step);
  return before;
}, []);

export const stageOf = (name: string): Stage => {
  const found = stages.find((stage) => stage.name === name);
  if (!found) throw new Error(`The Dockerfile has no stage ${name}`);
  return found;
};

/** Every step that makes an image, those of the stages below it first. */
export const stepsOf = (name: string): Step[] => {
  const stage = stages.find((one) => one.name === name);
  return stage ? [...stepsOf(stage.from), ...stage.steps] : [];
};

const rules = read(".dockerignore")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => ({ keeps: line.startsWith("!"), glob: new Bun.Glob(line.replace("!", "")) }));

/** Whether a path is sent to the builder: the last rule for it, or for a folder above it, decides. */
const isSent = (path: string) => {
  const folders = path.split("/").map((_, index, parts) => parts.slice(0, index + 1).join("/"));
  const last = rules.findLast(({ glob }) => folders.some((folder) => glob.match(folder)));
  return last?.keeps ?? true;
};

const copyContext = (from: string, to: string): void => {
  const entries = readdirSync(join(root, from), { withFileTypes: true });
  for (const entry of entries) {
    const path = join(from, entry.name);
    if (!isSent(path)) continue;
    if (entry.isDirectory()) copyContext(path, join(to, entry.name));
    else {
      mkdirSync(to, { recursive: true });
      cpSync(join(root, path), join(to, entry.name));
    }
  }
};

/** Moves what a stage copies of another, which is there for this alone; what is in the way is joined. */
const take = (from: string, to: string) => {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from))
    if (existsSync(join(to, name)))
      Bun.spawnSync(["cp", "-a", join(from, name), to], { stderr: "inherit" });
    else renameSync(join(from, name), join(to, name));
};

/** Follows the steps of a stage by hand, in a folder that stands for `/app`; returns that folder. */
export const assemble = (name: string, place: string): string => {
  const stage = stages.find((one) => one.name === name);
  if (!stage) {
    const empty = mkdtempSync(join(place, "app-"));
    chmodSync(empty, 0o755);
    return empty;
  }
  const app = assemble(stage.from, place);
  const copy = (words: string[]) => {
    const [first = "", ...others] = words;
    const target = resolve(app, words.at(-1) ?? "");
    const other = /^--from=(.+)$/.exec(first)?.[1];
    if (other) take(join(assemble(other, place), relative("/app", others[0] ?? "")), target);
    else
      for (const source of [first, ...others.slice(0, -1)])
        if (statSync(join(root, source)).isDirectory()) copyContext(source, target);
        else cpSync(join(root, source), join(target, basename(source)), { recursive: true });
  };
  for (const { word, rest } of stage.steps) {
    if (word === "COPY") copy(rest.split(/\s+/));
    // Users are made in the image, not on the machine that runs the tests.
    if (word !== "RUN" || name === "runtime") continue;
    const { exitCode, stderr } = Bun.spawnSync(["sh", "-c", rest], { cwd: app, stderr: "pipe" });
    if (exitCode !== 0) throw new Error(`${rest}: ${stderr.toString()}`);
  }
  return app;
};
