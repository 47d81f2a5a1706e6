import type { Picture as PictureData } from "@jangteo/product/contract";

type PictureProps = {
  picture: PictureData;
  /** How wide it is shown, as the `sizes` of HTML, so that a browser takes the file that fits. */
  sizes: string;
  /** What one sees; empty where the linked name stands beside it. */
  alt?: string;
  className?: string;
  /** The first picture of a page comes at once, the rest when they are near. */
  first?: boolean;
};

/** The better format first; a browser takes the first that it knows. */
const formats = ["image/avif", "image/webp"];

const sourcesOf = ({ sources }: PictureData) =>
  formats.flatMap((type) => {
    const files = sources.filter((one) => one.type === type);
    const srcSet = files.map(({ url, width }) => `${url} ${width}w`).join(", ");
    return files.length > 0 ? [{ type, srcSet }] : [];
  });

/** A photograph with its place kept for it, in the size and format that fit. */
export const Picture = ({
  picture,
  sizes,
  alt = picture.alt,
  className,
  first = false,
}: PictureProps) => (
  <picture>
    {sourcesOf(picture).map(({ type, srcSet }) => (
      <source key={type} type={type} srcSet={srcSet} sizes={sizes} />
    ))}
    {/* oxlint-disable-next-line next/no-img-element -- its sizes and formats are made already */}
    <img
      className={className}
      src={picture.url}
      alt={alt}
      width={picture.width}
      height={picture.height}
      loading={first ? "eager" : "lazy"}
      fetchPriority={first ? "high" : "auto"}
    />
  </picture>
);

/** The file of a picture that is shown this wide at most, in CSS pixels, where only one can be named. */
export const fileFor = ({ url, width, height, sources }: PictureData, shown: number) => {
  const fitting = sources
    .filter((one) => one.type === "image/webp" && one.width >= shown)
    .toSorted((a, b) => a.width - b.width);
  const [file = { url, width, height }] = fitting;
  return { url: file.url, width: file.width, height: file.height };
};
