import { expect, test } from "bun:test";

import { renderToStaticMarkup } from "react-dom/server";

import { tonesOf } from "./cutout/glazes";
import { Behind, Top } from "./cutout/parts";
import { nearestForm } from "./cutout/profiles";
import { silhouette } from "./cutout/silhouette";
import { BrushMarks, Foot, Seam, Specks } from "./cutout/surface";
import { drawn } from "./drawn";

/** Without what differs in writing only: how an empty element ends. */
const plain = (markup: string) =>
  markup.replaceAll(/><\/(?:path|rect|stop|ellipse|circle)>/g, "/>");

test.each(["moon-jar", "teapot", "pitcher", "mug", "tea-bowl", "lidded-box", "plate"])(
  "a %s is drawn as React would draw it",
  (form) => {
    const pot = silhouette(nearestForm(form, 180, 120), 180, 120);
    const tones = tonesOf("celadon");
    const drawing = (
      <>
        <Behind pot={pot} tones={tones} />
        <g clipPath="url(#a)">
          <BrushMarks pot={pot} />
          <Specks pot={pot} tones={tones} />
          <Seam pot={pot} tones={tones} />
          <Foot pot={pot} />
        </g>
        <Top pot={pot} tones={tones} bodyFill="url(#b)" insideFill="url(#c)" />
      </>
    );
    expect(plain(drawn(drawing))).toBe(plain(renderToStaticMarkup(drawing)));
  },
);

test("names of attributes and text are written as SVG wants them", () => {
  const shape = (
    <>
      <g clipPath="url(#a)" strokeLinecap="round">
        {[1, 2].map((stop) => (
          <stop key={stop} offset={stop} stopColor={'"<&'} stopOpacity=".5" />
        ))}
        {false}
        {null}
      </g>
      <path d="M0 0h1" strokeWidth={2} fillOpacity=".1" />
    </>
  );
  expect(plain(drawn(shape))).toBe(plain(renderToStaticMarkup(shape)));
});
