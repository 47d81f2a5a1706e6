import { getTranslations } from "next-intl/server";

import type { Values } from "../merge";
import { orderOf } from "../picture-form";
import type { PictureWords } from "./picture-rows";

export const pictureWords = async (): Promise<PictureWords> => {
  const t = await getTranslations("admin.pictures");
  return {
    picture: t.raw("picture"),
    view: t("view"),
    views: { main: t("views.main"), wide: t("views.wide"), detail: t("views.detail") },
    ko: t("altKo"),
    en: t("altEn"),
    up: t("up"),
    down: t("down"),
    remove: t("remove"),
  };
};

export const pictureLabels = (values: Values, words: PictureWords): Record<string, string> =>
  Object.fromEntries(
    orderOf(values).flatMap((file, at) => {
      const title = words.picture.replace("{at}", String(at + 1));
      return [
        [`alt.${file}.ko`, `${title}, ${words.ko}`],
        [`alt.${file}.en`, `${title}, ${words.en}`],
      ];
    }),
  );
