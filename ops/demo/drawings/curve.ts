import { at, clamp, count, distance, mix, type Point } from "./vector.ts";

const SUBDIVISION = 24;

type Axis = 0 | 1;

const spacing = (from: Point, to: Point) => Math.sqrt(distance(from, to)) || 1e-3;

const hermite = (list: readonly Point[], index: number, u: number): Point => {
  const a = at(list, index - 1);
  const b = at(list, index);
  const c = at(list, index + 1);
  const e = at(list, index + 2);
  const [before, here, after] = [spacing(a, b), spacing(b, c), spacing(c, e)];
  const first = index === 0;
  const last = index >= list.length - 2;
  const along = (k: Axis) => {
    const chord = c[k] - b[k];
    const leave = first
      ? chord
      : here * ((b[k] - a[k]) / before - (c[k] - a[k]) / (before + here)) + chord;
    const arrive = last
      ? chord
      : here * ((e[k] - c[k]) / after - (e[k] - b[k]) / (here + after)) + chord;
    const [u2, u3] = [u * u, u * u * u];
    return (
      (2 * u3 - 3 * u2 + 1) * b[k] +
      (u3 - 2 * u2 + u) * leave +
      (3 * u2 - 2 * u3) * c[k] +
      (u3 - u2) * arrive
    );
  };
  return [along(0), along(1)];
};

/** A centripetal Catmull-Rom curve through `list`, as `length` evenly spaced points. */
export const through = (list: readonly Point[], length: number): readonly Point[] => {
  const fine = [
    ...count(list.length - 1).flatMap((index) =>
      count(SUBDIVISION).map((step) => hermite(list, index, step / SUBDIVISION)),
    ),
    at(list, list.length - 1),
  ];
  const run = [0];
  for (let i = 1; i < fine.length; i++)
    run.push(at(run, i - 1) + distance(at(fine, i - 1), at(fine, i)));
  const total = at(run, run.length - 1);
  let left = 0;
  return count(length).map((index) => {
    const goal = (total * index) / (length - 1);
    while (left < run.length - 2 && at(run, left + 1) < goal) left++;
    const share = clamp((goal - at(run, left)) / (at(run, left + 1) - at(run, left) || 1));
    const [a, b] = [at(fine, left), at(fine, left + 1)];
    return [mix(a[0], b[0], share), mix(a[1], b[1], share)];
  });
};

const round = (value: number) => String(Math.round(value * 10) / 10);

const controlArm = (from: Point, to: Point, limit: number): Point => {
  const arm: Point = [(to[0] - from[0]) / 6, (to[1] - from[1]) / 6];
  const length = Math.hypot(...arm);
  return length > limit ? [(arm[0] * limit) / length, (arm[1] * limit) / length] : arm;
};

/** SVG path data of a smooth curve through `list`; arms are kept short so that it never loops. */
export const smoothPath = (list: readonly Point[], closed = true) => {
  const pick = (index: number) => at(list, closed ? (index + list.length) % list.length : index);
  const segments = count(closed ? list.length : list.length - 1).map((index) => {
    const [a, b, c, e] = [pick(index - 1), pick(index), pick(index + 1), pick(index + 2)];
    const limit = distance(b, c) * 0.42;
    const [leave, arrive] = [controlArm(a, c, limit), controlArm(b, e, limit)];
    return `C${[b[0] + leave[0], b[1] + leave[1], c[0] - arrive[0], c[1] - arrive[1], c[0], c[1]].map(round).join(" ")}`;
  });
  return `M${pick(0).map(round).join(" ")}${segments.join("")}${closed ? "z" : ""}`;
};

export const linePath = (list: readonly Point[], closed = false) =>
  `M${list.map((point) => point.map(round).join(" ")).join("L")}${closed ? "z" : ""}`;

/** An elliptical arc; `clockwise` as on screen. */
export const arcPath = (from: Point, to: Point, rx: number, ry: number, clockwise: boolean) =>
  `M${from.map(round).join(" ")}A${round(rx)} ${round(ry)} 0 0 ${clockwise ? 1 : 0} ${to.map(round).join(" ")}`;
