import type { Standing } from "./camera.ts";
import { type Canvas, createCanvas, type Stop, tag } from "./canvas.ts";
import { blend, hex } from "./colour.ts";
import { fitted, reach } from "./form-size.ts";
import type { Form } from "./form.ts";
import { type FormName, FORMS } from "./forms.ts";
import { type Backdrop, backdrop, type BackdropName, fired, type GlazeName } from "./glazes.ts";
import type { Motif } from "./motifs/motif.ts";
import { place } from "./pot.ts";
import { seeded } from "./random.ts";
import { clamp, mix, smooth } from "./vector.ts";
import { vessel } from "./vessel.ts";

export interface Sitter {
  readonly form: FormName;
  readonly glaze: GlazeName;
  readonly motif: Motif;
  readonly backdrop: BackdropName;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Tells two pieces of one form apart: another hand, another firing. */
  readonly seed: string;
}

/** From the height of a table, from a standing person's eye, or close up. */
export type Angle = "level" | "above" | "close";

export interface Shot {
  readonly angle: Angle;
  /** Height of the picture over its width. */
  readonly aspect: number;
}

const WIDTH = 1000;

const elevation = (angle: Angle, flat: boolean) =>
  ({ level: flat ? 0.36 : 0.15, above: flat ? 0.68 : 0.58, close: flat ? 0.62 : 0.4 })[angle];

/** How much room a form takes above and below the middle of its foot, per unit of scale. */
const extent = (form: Form, tilt: number) => {
  const { left, right, height } = reach(form);
  const radius = Math.max(...form.wall.map(([r]) => r));
  const mouth = form.wall.at(-1)?.[0] ?? radius;
  const squash = form.oval ? 0.75 : 1;
  const [sin, cos] = [Math.sin(tilt), Math.cos(tilt)];
  const incense = form.incense ? 66 : 0;
  const rim = form.lid || form.incense ? 0 : mouth * sin * squash;
  return {
    left,
    right,
    up: Math.max(height, incense) * cos + rim,
    down: Math.max(form.foot[0], radius * (form.flat ? 0.8 : 0.56)) * (sin + 0.02) * squash,
  };
};

/** Small pieces stay small in the frame, so that a cup does not look like a jar. */
const share = ({ widthMm, heightMm }: Sitter) =>
  mix(0.56, 0.7, smooth(50, 220, Math.max(widthMm, heightMm)));

const frame = (sitter: Sitter, form: Form, { angle, aspect }: Shot): Standing => {
  const flat = form.flat ?? false;
  const tilt = elevation(angle, flat);
  const { left, right, up, down } = extent(form, tilt);
  const height = WIDTH * aspect;
  const fill = share(sitter);
  const scale = Math.min((WIDTH * fill) / (left + right), (height * (fill + 0.04)) / (up + down));
  if (angle !== "close")
    return {
      x: WIDTH / 2 - ((right - left) * scale) / 2,
      y: height * 0.53 + ((up - down) * scale) / 2,
      scale,
      elevation: tilt,
    };
  const zoom = scale * (flat ? 1.75 : 2.15) * (0.66 / fill);
  if (flat) return { x: WIDTH * 0.62, y: height * 0.47, scale: zoom, elevation: tilt };
  const top = Math.max(...form.wall.map(([, y]) => y));
  const necked = form.painted[1] < top * 0.6;
  const subject = necked ? form.painted[1] : top;
  const line = form.lid || necked ? 0.42 : 0.34;
  return {
    x: WIDTH * 0.6,
    y: height * line + subject * zoom * Math.cos(tilt),
    scale: zoom,
    elevation: tilt,
  };
};

type Part = Exclude<keyof Backdrop, "dark">;

/** A paper sweep: wall above, table below, the window's pool on the left. */
const room = (canvas: Canvas, paper: Backdrop, tableLine: number) => {
  const tone = (from: Part, to: Part, by: number) => hex(blend(paper[from], paper[to], by));
  const sweep: readonly Stop[] = [
    [0, tone("top", "wall", tableLine < 0.3 ? 0.75 : 0)],
    [tableLine * 0.6, hex(paper.wall)],
    [tableLine, tone("wall", "floor", 0.35)],
    [Math.min(0.82, tableLine + 0.12), tone("wall", "floor", 0.85)],
    [Math.min(0.9, tableLine + 0.3), hex(paper.floor)],
    [1, tone("floor", "wall", 0.25)],
  ];
  const glow = paper.dark ? 0.16 : 0.38;
  const pool: readonly Stop[] = [
    [0, "#fff", glow],
    [0.3, "#fff", glow * 0.63],
    [0.65, "#fff", glow * 0.18],
    [1, "#fff", 0],
  ];
  const corner: readonly Stop[] = [
    [0, "#1d140d", 0],
    [0.4, "#1d140d", 0.02],
    [0.7, "#1d140d", 0.1],
    [1, "#1d140d", 0.27],
  ];
  const { width, height } = canvas;
  return [
    canvas.linear(sweep, { x2: 0, y2: 1 }),
    canvas.radial(pool, { cx: 0.22, cy: 0.38, r: 0.9 }),
    canvas.radial(corner, { cx: 0.36, cy: 0.5, r: 1.05 }),
  ]
    .map((fill) => tag("rect", { width, height, fill }))
    .join("");
};

/** The grain that lies over every picture: an SVG document of its own, for it is the same for all. */
export const film = (width: number, height: number) => {
  const canvas = createCanvas(width, height);
  return canvas.finish(
    tag("rect", {
      width,
      height,
      opacity: 0.05,
      filter: canvas.noise(".7", 2, 7, "0 0 0 0 .5 0 0 0 0 .5 0 0 0 0 .5 0 0 0 .9 -.35"),
    }),
  );
};

/** Draws one piece as a photograph would show it: an SVG document, the same for the same input. */
export const draw = (sitter: Sitter, shot: Shot) => {
  const form = fitted(FORMS[sitter.form], sitter.widthMm, sitter.heightMm);
  const canvas = createCanvas(WIDTH, WIDTH * shot.aspect);
  const paper = backdrop(sitter.backdrop);
  const standing = frame(sitter, form, shot);
  const random = seeded(`${sitter.seed} ${sitter.form} ${sitter.glaze}`);
  const pot = place(
    {
      canvas,
      form,
      glaze: fired(sitter.glaze, random),
      backdrop: paper,
      random,
      motif: sitter.motif,
      close: shot.angle === "close",
    },
    standing,
  );
  const rise = (shot.angle === "level" ? 0.16 : 0.42) * (form.flat ? 1.3 : 1);
  const tableLine = clamp(standing.y / canvas.height - rise, 0.2, 0.8);
  return canvas.finish(room(canvas, paper, tableLine), vessel(pot));
};
