const isTerminal = process.stdout.isTTY;
const paint = (code: number, text: string) =>
  isTerminal ? `\u001B[${code}m${text}\u001B[0m` : text;

export const bold = (text: string) => paint(1, text);
export const dim = (text: string) => paint(2, text);
export const say = (text = "") => process.stdout.write(`${text}\n`);

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** Runs one step of the start and prints its name, its outcome and how long it took. */
export const step = async <T>(
  title: string,
  work: () => Promise<T>,
  outcome?: (result: T) => string,
): Promise<T> => {
  const started = performance.now();
  if (isTerminal) process.stdout.write(dim(`  · ${title} …`));
  const clear = isTerminal ? "\r\u001B[2K" : "";
  try {
    const result = await work();
    const time = seconds(performance.now() - started).padStart(7);
    say(
      `${clear}  ${paint(32, "✓")} ${title.padEnd(16)}${dim(time)}  ${dim(outcome?.(result) ?? "")}`.trimEnd(),
    );
    return result;
  } catch (error) {
    say(`${clear}  ${paint(31, "✗")} ${title}`);
    throw error;
  }
};

/** Two columns, the first as wide as its longest cell. */
export const table = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}   ${value}`).join("\n");
};
