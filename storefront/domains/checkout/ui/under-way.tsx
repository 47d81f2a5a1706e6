import { getLocale, getTranslations } from "next-intl/server";

import { Button, buttonClass } from "../../../ui/button";
import { pathsOf } from "../checkout";

/** What one can do about a payment that was begun: go on with it, or let it be. */
export const UnderWay = async ({ id }: { id: string }) => {
  const t = await getTranslations("checkout.underWay");
  const { pay, cancellation } = pathsOf(await getLocale(), id);
  return (
    <div className="actions">
      {/* A whole page, which may lead to another shop's door. */}
      <a className={buttonClass("act")} href={pay}>
        {t("continue")}
      </a>
      <form action={cancellation} method="post">
        <Button type="submit" look="quiet">
          {t("cancel")}
        </Button>
      </form>
    </div>
  );
};
