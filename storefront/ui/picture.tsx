import type { Picture as PictureData } from "@jangteo/product/contract";

type PictureProps = {
  picture: PictureData;
  /** What one sees; empty where the linked name stands beside it. */
  alt?: string;
  className?: string;
  /** The first picture of a page comes at once, the rest when they are near. */
  first?: boolean;
};

/** A photograph with its place kept for it. */
export const Picture = ({ picture, alt = picture.alt, className, first = false }: PictureProps) => (
  // oxlint-disable-next-line next/no-img-element -- the shop's pictures are WebP at their final size
  <img
    className={className}
    src={picture.url}
    alt={alt}
    width={picture.width}
    height={picture.height}
    loading={first ? "eager" : "lazy"}
    fetchPriority={first ? "high" : "auto"}
  />
);
