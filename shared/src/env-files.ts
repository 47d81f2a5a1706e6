import { readFileSync } from "node:fs";

type Source = Record<string, string | undefined>;

const contentOf = (variable: string, file: string) => {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (cause) {
    const why = cause instanceof Error && "code" in cause ? String(cause.code) : "unreadable";
    throw new Error(`${variable} names a file that cannot be read: ${file} (${why})`, { cause });
  }
};

/**
 * What a variable says: its value, or what is in the file that `<name>_FILE` names, without the space around
 * it. An empty file is as if nothing were set, so a secret that is optional may be mounted before it is known.
 */
export const valueOf = (source: Source, name: string): string | undefined => {
  const variable = `${name}_FILE`;
  const file = source[variable];
  if (file === undefined) return source[name];
  if (source[name] !== undefined)
    throw new Error(`${name} and ${variable} are both set, and only one can be right`);
  return contentOf(variable, file) || undefined;
};
