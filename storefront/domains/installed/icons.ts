import sharp from "sharp";

import { daylight } from "../../ui/colours";
import { moonJar } from "../../ui/moon-jar";

type Icon = {
  /** Pixels. */
  size: number;
  /** How much of the width the jar takes; a launcher may cut a mask down to the middle 80 %. */
  jar: number;
};

const icons: Record<string, Icon> = {
  "jar-192.png": { size: 192, jar: 0.72 },
  "jar-512.png": { size: 512, jar: 0.72 },
  "masked-jar-192.png": { size: 192, jar: 0.5 },
  "masked-jar-512.png": { size: 512, jar: 0.5 },
  "apple-jar-180.png": { size: 180, jar: 0.6 },
};

const unit = 28;

const svg = ({ size, jar }: Icon) => {
  const scale = (size * jar) / unit;
  const edge = (size - unit * scale) / 2;
  const bowls = moonJar.map((bowl) => `<path d="${bowl}"/>`).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">
    <rect width="100%" height="100%" fill="${daylight.paper}"/>
    <g fill="${daylight.ink}" transform="translate(${edge} ${edge}) scale(${scale})">${bowls}</g>
  </svg>`;
};

const draw = (icon: Icon) =>
  sharp(Buffer.from(svg(icon)))
    .png({ palette: true })
    .toBuffer();

const drawn = new Map<string, Promise<Buffer>>();

/** The mark as a PNG by the name of its file; drawn once. */
export const iconFile = (file: string): Promise<Buffer> | undefined => {
  const icon = Object.hasOwn(icons, file) ? icons[file] : undefined;
  if (!icon) return undefined;
  const picture = drawn.get(file) ?? draw(icon);
  drawn.set(file, picture);
  picture.catch(() => drawn.delete(file));
  return picture;
};
