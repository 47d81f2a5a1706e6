import { useId } from "react";

import { drawn } from "../drawn";
import { tonesOf } from "./glazes";
import { Behind, headroom, Top } from "./parts";
import { nearestForm } from "./profiles";
import { round, silhouette } from "./silhouette";
import { BrushMarks, Foot, Seam, Specks } from "./surface";

const specked = new Set(["ash", "buncheong", "onggi"]);

type CutoutProps = {
  form: string;
  glaze: string;
  /** Millimetres; one unit of the drawing is one millimetre. */
  width: number;
  height: number;
};

/** A pot drawn flat without a backdrop, standing on the bottom edge. Decorative: its name stands beside it. */
export const Cutout = ({ form, glaze, width, height }: CutoutProps) => {
  const id = useId();
  const tones = tonesOf(glaze);
  const pot = silhouette(nearestForm(form, width, height), width, height);
  const head = headroom(pot);
  const ref = (part: string) => `url(#${id}${part})`;
  const drawing = (
    <>
      <defs>
        <linearGradient id={`${id}body`}>
          <stop offset="0" stopColor={tones.plain} />
          <stop offset=".3" stopColor={tones.lit} />
          <stop offset=".62" stopColor={tones.plain} />
          <stop offset="1" stopColor={tones.shade} />
        </linearGradient>
        <linearGradient id={`${id}inside`}>
          <stop offset="0" stopColor={tones.shade} />
          <stop offset="1" stopColor={tones.plain} />
        </linearGradient>
        <linearGradient id={`${id}shadow`} x2="0" y2="1">
          <stop offset=".55" stopColor={tones.shade} stopOpacity="0" />
          <stop offset="1" stopColor={tones.shade} stopOpacity=".75" />
        </linearGradient>
        <clipPath id={`${id}clip`}>
          <path d={pot.path} />
        </clipPath>
      </defs>
      <Behind pot={pot} tones={tones} />
      <path d={pot.path} fill={ref("body")} />
      <g clipPath={ref("clip")}>
        {glaze === "buncheong" && <BrushMarks pot={pot} />}
        {specked.has(glaze) && <Specks pot={pot} tones={tones} />}
        {pot.form === "moon-jar" && <Seam pot={pot} tones={tones} />}
        <rect
          y={round(-head)}
          width={width}
          height={round(height + head * 2)}
          fill={ref("shadow")}
        />
        <Foot pot={pot} />
      </g>
      <Top pot={pot} tones={tones} bodyFill={ref("body")} insideFill={ref("inside")} />
    </>
  );
  return (
    <svg
      className="vessel"
      viewBox={`0 ${round(-head)} ${width} ${round(height + head + pot.footDepth)}`}
      aria-hidden="true"
      focusable="false"
      // oxlint-disable-next-line react/no-danger -- written by this file, of numbers and colours
      dangerouslySetInnerHTML={{ __html: drawn(drawing) }}
    />
  );
};
