import type { useTranslations } from "next-intl";

import { isGlaze } from "../../../ui/cutout/glazes";

/** The glaze in the reader's words; one the shop does not know keeps the name the merchant gave it. */
export const glazeName = (t: ReturnType<typeof useTranslations<"catalogue">>, glaze: string) =>
  isGlaze(glaze) ? t(`glazes.${glaze}`) : glaze;
