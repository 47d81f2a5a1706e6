import type { ProductSummary } from "../product";

const centimetres = (millimetres: number) => millimetres / 10;

const isRound = ({ width, depth }: ProductSummary["size"]) => width === depth;

/** `Ø 12.4 × 6.8 cm` for what was thrown round, `20 × 13 cm` for the rest. */
export const sizeText = (size: ProductSummary["size"]) =>
  `${isRound(size) ? "Ø " : ""}${centimetres(size.width)} × ${centimetres(size.height)} cm`;

export const acrossText = (size: ProductSummary["size"]) =>
  `${isRound(size) ? "Ø " : ""}${centimetres(size.width)} cm`;
