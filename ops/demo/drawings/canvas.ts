type Value = string | number | undefined;
type Attributes = Readonly<Record<string, Value>>;

/** Offset, colour and, if given, opacity. */
export type Stop = readonly [number, string, number?];

const write = (value: string | number) =>
  typeof value === "number" ? String(Math.round(value * 1000) / 1000) : value;

export const tag = (name: string, attributes: Attributes, ...children: readonly string[]) => {
  const text = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? "" : ` ${key}="${write(value)}"`))
    .join("");
  return children.length === 0
    ? `<${name}${text}/>`
    : `<${name}${text}>${children.join("")}</${name}>`;
};

export const group = (attributes: Attributes, ...children: readonly string[]) =>
  tag("g", attributes, children.join(""));

const stopTags = (stops: readonly Stop[]) =>
  stops.map(([offset, colour, opacity]) =>
    tag("stop", { offset, "stop-color": colour, "stop-opacity": opacity }),
  );

const WIDE_REGION = { x: -0.3, y: -0.3, width: 1.6, height: 1.6 };
const SAME_REGION = { x: 0, y: 0, width: 1, height: 1 };

const gaussian = (x: number, y = x) =>
  tag("feGaussianBlur", { stdDeviation: x === y ? x : `${write(x)} ${write(y)}` });
const turbulence = (frequency: string, octaves: number, seed: number) =>
  tag("feTurbulence", {
    type: "fractalNoise",
    baseFrequency: frequency,
    numOctaves: octaves,
    seed,
  });

/** Collects the definitions of one drawing; every method answers `url(#...)`, equal ones shared. */
export const createCanvas = (width: number, height: number) => {
  const known = new Map<string, string>();
  const definitions: string[] = [];
  const define = (name: string, attributes: Attributes, ...children: readonly string[]) => {
    const key = tag(name, attributes, ...children);
    const id = known.get(key) ?? `d${known.size}`;
    if (!known.has(key)) definitions.push(tag(name, { id, ...attributes }, ...children));
    known.set(key, id);
    return `url(#${id})`;
  };
  return {
    width,
    height,
    linear: (stops: readonly Stop[], direction: Attributes = {}) =>
      define("linearGradient", direction, ...stopTags(stops)),
    radial: (stops: readonly Stop[], centre: Attributes = {}) =>
      define("radialGradient", centre, ...stopTags(stops)),
    blur: (x: number, y = x) =>
      define("filter", WIDE_REGION, gaussian(Math.max(0.4, x), Math.max(0.4, y))),
    /** Blurs stacked shapes into one another while the result stays opaque. */
    melt: (amount: number) =>
      define(
        "filter",
        {},
        tag("feGaussianBlur", { stdDeviation: Math.max(0.4, amount), result: "soft" }),
        tag("feMerge", {}, tag("feMergeNode", { in: "soft" }).repeat(4)),
      ),
    /** Frays edges as a brush or a slip-laden broom does. */
    rough: (scale: number, frequency: string, seed: number, soften: number) =>
      define(
        "filter",
        { x: -0.1, y: -0.1, width: 1.2, height: 1.2 },
        turbulence(frequency, 2, seed),
        tag("feDisplacementMap", {
          in: "SourceGraphic",
          scale,
          xChannelSelector: "R",
          yChannelSelector: "G",
        }),
        gaussian(soften),
      ),
    noise: (frequency: string, octaves: number, seed: number, matrix: string) =>
      define(
        "filter",
        SAME_REGION,
        turbulence(frequency, octaves, seed),
        tag("feColorMatrix", { values: matrix }),
      ),
    clip: (shape: string) => define("clipPath", {}, shape),
    finish: (...children: readonly string[]) =>
      tag(
        "svg",
        {
          xmlns: "http://www.w3.org/2000/svg",
          "color-interpolation-filters": "sRGB",
          viewBox: `0 0 ${width} ${write(height)}`,
          width,
          height,
        },
        tag("defs", {}, ...definitions),
        ...children,
      ),
  };
};

export type Canvas = ReturnType<typeof createCanvas>;
