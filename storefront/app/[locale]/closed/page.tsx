import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { type PageProps, readPage } from "../../../lib/page";
import { Button, buttonClass } from "../../../ui/button";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "admin.closed" });
  return { title: t("title"), robots: { index: false } };
};

/** Where staff are told what they need to go on to the shop's own side. */
const ClosedPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("admin.closed");
  const why = asked("why") === "factor" ? "factor" : "role";
  return (
    <main id="main" className="wrap work">
      <section className="panel">
        <h1 tabIndex={-1}>{t("title")}</h1>
        <p className="panel__text soft measure">{t(why)}</p>
        <div className="actions panel__text">
          {why === "factor" ? (
            <form action={`/${locale}/logout`} method="post">
              <Button type="submit">{t("again")}</Button>
            </form>
          ) : (
            <Link className={buttonClass()} href="/account">
              {t("account")}
            </Link>
          )}
        </div>
      </section>
    </main>
  );
};

export default ClosedPage;
