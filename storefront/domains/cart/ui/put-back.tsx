import { getLocale, getTranslations } from "next-intl/server";

import { Button } from "../../../ui/button";
import { Notice } from "../../../ui/notice";
import { putBack } from "../actions";

const removedPattern = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.(\d{1,3})$/;

/** Without JavaScript: what was just taken out can be put back in. */
export const PutBack = async ({ removed }: { removed: string | undefined }) => {
  const [t, locale] = await Promise.all([getTranslations("cart"), getLocale()]);
  const [, variantId, quantity] = removedPattern.exec(removed ?? "") ?? [];
  if (!variantId) return null;
  return (
    <Notice
      live="polite"
      action={
        <form action={putBack}>
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="variantId" value={variantId} />
          <input type="hidden" name="quantity" value={quantity} />
          <input type="hidden" name="key" value={crypto.randomUUID()} />
          <Button type="submit">{t("undo")}</Button>
        </form>
      }
    >
      {t("takenOut")}
    </Notice>
  );
};
