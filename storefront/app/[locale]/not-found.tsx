import { useTranslations } from "next-intl";

import { Link } from "../../i18n/navigation";
import { buttonClass } from "../../ui/button";
import { EmptyShelf } from "../../ui/empty-shelf";

const NotFound = () => {
  const t = useTranslations("shop.notFound");
  return (
    <main id="main" className="wrap section">
      <EmptyShelf>
        <h1 tabIndex={-1}>{t("title")}</h1>
        <p className="soft measure">{t("text")}</p>
        <Link className={buttonClass()} href="/products">
          {t("back")}
        </Link>
      </EmptyShelf>
    </main>
  );
};

export default NotFound;
