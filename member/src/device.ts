const browsers: [string, RegExp][] = [
  ["Samsung Internet", /SamsungBrowser\//],
  ["Whale", /Whale\//],
  ["Edge", /Edg(e|A|iOS)?\//],
  ["Opera", /OPR\//],
  ["Firefox", /(Firefox|FxiOS)\//],
  ["Chrome", /(Chrome|CriOS)\//],
  ["Safari", /Safari\//],
];
const systems: [string, RegExp][] = [
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Android", /Android/],
  ["Windows", /Windows/],
  ["macOS", /Mac OS X/],
  ["ChromeOS", /CrOS/],
  ["Linux", /Linux/],
];

const first = (names: [string, RegExp][], text: string) =>
  names.find(([, pattern]) => pattern.test(text))?.[0];

/** A device by its User-Agent, in words of ours only: what a stranger sends never gets into a letter. */
export const deviceOf = (userAgent: string) =>
  [first(browsers, userAgent), first(systems, userAgent)].filter(Boolean).join(", ") || "?";
