/** What Bun writes with `--cpu-prof`: samples of a tree of calls (the format of Chrome's profiler). */
export type Profile = {
  nodes: { id: number; callFrame: { functionName: string; url: string } }[];
  samples: number[];
};
/** Samples in each part, by what it is of. */
export type Shares = { process: string; parts: Record<string, number> };

const waiting = new Set(["(idle)", "(program)"]);

/** A package, a file of this shop, or what the runtime does itself. */
export const partOf = (url: string, functionName: string): string => {
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  if (name !== undefined) return name;
  const [, own] =
    /\/((?:auth|gateway|member|ops|order|payment|product|shared|storefront)\/[^?]+)$/.exec(url) ??
    [];
  if (own?.startsWith("storefront/.next/")) return "storefront (built)";
  if (own !== undefined) return own;
  return `runtime: ${functionName || "(anonymous)"}`;
};

const processOf = (urls: string[]): string => {
  const main = urls
    .map((url) => /\/(\w+)\/(?:src|sandbox)\/(?:main|cli)\.ts$/.exec(url)?.[1])
    .find((name) => name !== undefined);
  if (urls.some((url) => url.includes("/payment/sandbox/"))) return "sandbox";
  if (main !== undefined) return main;
  return urls.some((url) => url.includes("mail-catcher")) ? "mail" : "storefront";
};

export const profileOf = ({ nodes, samples }: Profile): Shares => {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const parts: Record<string, number> = {};
  // Not by the time between samples: a process that waits is not sampled, and its wait is nobody's work.
  for (const id of samples) {
    const frame = frames.get(id);
    if (!frame || waiting.has(frame.functionName)) continue;
    const part = partOf(frame.url, frame.functionName);
    parts[part] = (parts[part] ?? 0) + 1;
  }
  return { process: processOf(nodes.map(({ callFrame }) => callFrame.url)), parts };
};

/** The largest parts of each process, with its share of the CPU of all. */
export const profileText = (used: Record<string, number>, all: Shares[], most = 6): string => {
  const whole = Object.values(used).reduce((sum, one) => sum + one, 0);
  const lines = Object.entries(used)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, seconds]) => {
      const parts = Object.entries(all.find((one) => one.process === name)?.parts ?? {});
      const sum = parts.reduce((total, [, one]) => total + one, 0);
      const told = parts
        .toSorted(([, a], [, b]) => b - a)
        .slice(0, most)
        .map(([part, one]) => `${part} ${Math.round((one / sum) * 100)} %`);
      const share = `${Math.round((seconds / whole) * 100)} %`;
      return `${name.padEnd(12)}${share.padStart(5)}  ${told.join(", ")}`;
    });
  return lines.join("\n");
};
