import type { Tones } from "./glazes";
import { joints } from "./profiles";
import { radiusAt, round, type Silhouette } from "./silhouette";

type Props = { pot: Silhouette; tones: Tones };

/** Writes path data from numbers and letters, rounding the numbers. */
const draw = (...steps: (number | string)[]) =>
  steps.map((step) => (typeof step === "number" ? round(step) : step)).join(" ");

const TeapotSpout = ({ pot: { axis: x, radius: r, width: w, height: h }, tones }: Props) => (
  <>
    <path
      d={draw(
        "M",
        x + r * 0.82,
        h * 0.62,
        "C",
        x + r * 1.2,
        h * 0.6,
        x + r * 1.22,
        h * 0.36,
        w - 2,
        h * 0.27,
        "l -3 -5 C",
        x + r * 1.1,
        h * 0.26,
        x + r * 0.98,
        h * 0.42,
        x + r * 0.7,
        h * 0.42,
        "Z",
      )}
      fill={tones.plain}
    />
    <path
      d={draw(
        "M",
        x - r * 0.78,
        h * 0.4,
        "C",
        x - r * 1.5,
        h * 0.3,
        x - r * 1.5,
        h * 0.82,
        x - r * 0.84,
        h * 0.78,
      )}
      fill="none"
      stroke={tones.shade}
      strokeWidth={round(h * 0.065)}
    />
  </>
);

const PitcherHandle = ({ pot: { axis: x, radius: r, width: w, height: h }, tones }: Props) => (
  <path
    d={draw(
      "M",
      x + r * 0.55,
      h * 0.1,
      "C",
      w + 2,
      h * 0.04,
      w + 4,
      h * 0.5,
      x + r * 0.88,
      h * 0.56,
    )}
    fill="none"
    stroke={tones.shade}
    strokeWidth={round(h * 0.05)}
  />
);

const MugHandle = ({ pot: { axis: x, radius: r, width: w, height: h }, tones }: Props) => (
  <path
    d={draw(
      "M",
      x + r * 0.95,
      h * 0.24,
      "C",
      w + 1,
      h * 0.16,
      w + 1,
      h * 0.72,
      x + r * 0.93,
      h * 0.7,
    )}
    fill="none"
    stroke={tones.shade}
    strokeWidth={round(h * 0.085)}
  />
);

/** What stands behind the body: spout and handles. */
export const Behind = (props: Props) => {
  if (props.pot.form === "teapot") return <TeapotSpout {...props} />;
  if (props.pot.form === "pitcher") return <PitcherHandle {...props} />;
  if (props.pot.form === "mug") return <MugHandle {...props} />;
  return null;
};

type TopProps = Props & { bodyFill: string; insideFill: string };

const TeapotLid = ({ pot: { axis: x, rim, height: h }, tones, bodyFill }: TopProps) => (
  <>
    <path
      d={draw(
        "M",
        x - rim.rx * 1.2,
        rim.y + 2,
        "C",
        x - rim.rx,
        h * 0.1,
        x + rim.rx,
        h * 0.1,
        x + rim.rx * 1.2,
        rim.y + 2,
        "Q",
        x,
        rim.y + 11,
        x - rim.rx * 1.2,
        rim.y + 2,
        "Z",
      )}
      fill={bodyFill}
    />
    <ellipse
      cx={round(x)}
      cy={round(h * 0.075)}
      rx={round(h * 0.06)}
      ry={round(h * 0.055)}
      fill={tones.plain}
    />
  </>
);

type LidProps = TopProps & { joint: number };

const BoxLid = ({ pot, tones, bodyFill, joint }: LidProps) => {
  const { axis: x, height: h } = pot;
  const r = radiusAt(pot, joint) * 0.995;
  const down = Math.min(h, r * 2) * 0.06;
  return (
    <>
      <path
        d={draw("M", x - r, h * joint, "Q", x, h * joint + down * 2, x + r, h * joint)}
        fill="none"
        stroke={tones.shade}
        strokeWidth={round(h * 0.014)}
      />
      <ellipse
        cx={round(x)}
        cy={round(-h * 0.01)}
        rx={round(h * 0.085)}
        ry={round(h * 0.065)}
        fill={bodyFill}
      />
    </>
  );
};

const Mouth = ({ pot: { axis, rim, width }, tones, insideFill }: TopProps) => (
  <ellipse
    cx={round(axis)}
    cy={round(rim.y)}
    rx={round(rim.rx)}
    ry={round(rim.ry)}
    fill={insideFill}
    stroke={tones.lit}
    strokeWidth={Math.max(1, round(width * 0.008))}
  />
);

/** What closes or opens the top: a lid, or the mouth seen a little from above. */
export const Top = (props: TopProps) => {
  if (props.pot.form === "teapot") return <TeapotLid {...props} />;
  const joint = joints[props.pot.form];
  if (joint !== undefined) return <BoxLid {...props} joint={joint} />;
  return <Mouth {...props} />;
};

/** Room above the rim for what rises over it. */
export const headroom = ({ form, height, rim }: Silhouette) => {
  if (form === "teapot") return 0;
  if (joints[form] !== undefined) return height * 0.08;
  return rim.ry + 1;
};
