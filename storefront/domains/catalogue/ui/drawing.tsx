import { Cutout } from "../../../ui/cutout/cutout";
import type { ProductSummary } from "../product";

/** A product's cut-out at its own proportions. */
export const Drawing = ({ form, glaze, size }: Pick<ProductSummary, "form" | "glaze" | "size">) => (
  <Cutout form={form} glaze={glaze} width={size.width} height={size.height} />
);
