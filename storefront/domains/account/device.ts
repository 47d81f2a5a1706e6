/** Names in the order in which to look for them: Edge and Whale also call themselves Chrome. */
const browsers = [
  ["edge", /Edg(?:e|A|iOS)?\//],
  ["whale", /Whale\//],
  ["samsung", /SamsungBrowser\//],
  ["firefox", /Firefox\/|FxiOS\//],
  ["chrome", /Chrome\/|CriOS\//],
  ["safari", /Safari\//],
] as const;

const systems = [
  ["iphone", /iPhone/],
  ["ipad", /iPad/],
  ["android", /Android/],
  ["windows", /Windows/],
  ["mac", /Macintosh/],
  ["linux", /Linux/],
] as const;

const handheld: readonly string[] = ["iphone", "ipad", "android"];

/** What a User-Agent says about a device, as far as a person would recognise it. */
export const describeDevice = (userAgent: string) => {
  const browser = browsers.find(([, pattern]) => pattern.test(userAgent))?.[0];
  const system = systems.find(([, pattern]) => pattern.test(userAgent))?.[0];
  const isHandheld = system !== undefined && handheld.includes(system);
  return { browser, system, isHandheld };
};
