import type { Service } from "./config.ts";
import type { Fields } from "./fields.ts";
import type { Phases } from "./plugin.ts";

type Definition = {
  name: string;
  methods: readonly string[];
  paths: readonly string[];
  headers: Readonly<Record<string, readonly string[]>>;
};
export type Route = {
  name: string;
  service: Service | undefined;
  phases: readonly Phases[];
  matches: (method: string, path: string, headers: Fields) => boolean;
  /** Routes are tried from the most specific to the least, as Kong does. */
  rank: readonly number[];
};

const pathTest = (path: string) => {
  if (!path.startsWith("~")) return (given: string) => given.startsWith(path);
  const pattern = new RegExp(`^(?:${path.slice(1)})`);
  return (given: string) => pattern.test(given);
};

const headerTest = ([name, wanted]: [string, readonly string[]]) => {
  const tests = wanted.map((value) => {
    if (!value.startsWith("~*")) return (given: string) => given === value;
    const pattern = new RegExp(value.slice(2), "i");
    return (given: string) => pattern.test(given);
  });
  return (headers: Fields) =>
    headers.all(name).some((given) => tests.some((passes) => passes(given)));
};

export const createRoute = (
  { name, methods, paths, headers }: Definition,
  service: Service | undefined,
  phases: readonly Phases[],
): Route => {
  const allowed = new Set(methods);
  const pathTests = paths.map(pathTest);
  const headerTests = Object.entries(headers).map(headerTest);
  const isRegex = paths.some((path) => path.startsWith("~"));
  return {
    name,
    service,
    phases,
    matches: (method, path, given) =>
      allowed.has(method) &&
      pathTests.some((passes) => passes(path)) &&
      headerTests.every((passes) => passes(given)),
    rank: [headerTests.length, Number(isRegex), Math.max(...paths.map((path) => path.length))],
  };
};

const bySpecificity = (one: Route, other: Route) => {
  const at = one.rank.findIndex((value, index) => value !== other.rank[index]);
  return (other.rank[at] ?? 0) - (one.rank[at] ?? 0);
};

/** A wrong method is no match either: Kong answers 404 to it. */
export const createRouter = (routes: readonly Route[]) => {
  const sorted = routes.toSorted(bySpecificity);
  return (method: string, path: string, headers: Fields) =>
    sorted.find((route) => route.matches(method, path, headers));
};
