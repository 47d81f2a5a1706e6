import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { readHome } from "../../domains/catalogue/home";
import { Collections } from "../../domains/catalogue/ui/collections";
import { Degraded } from "../../domains/catalogue/ui/degraded";
import { Firing } from "../../domains/catalogue/ui/firing";
import { Promises } from "../../domains/catalogue/ui/promises";
import { Stage } from "../../domains/catalogue/ui/stage";
import { Tables } from "../../domains/catalogue/ui/tables";
import { Voice } from "../../domains/catalogue/ui/voice";
import type { Locale } from "../../i18n/routing";
import { audienceOf } from "../../lib/currency";
import { shareOf } from "../../lib/share";
import { buttonClass } from "../../ui/button";
import { Icon } from "../../ui/icon";

type PageProps = { params: Promise<{ locale: Locale }> };

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "home" });
  const shop = await getTranslations({ locale, namespace: "shop" });
  const title = `${t("title")} · ${shop("name")}`;
  const share = shareOf({ locale, path: "", title, description: shop("tagline") });
  return { title: { absolute: title }, ...share };
};

const br = () => <br />;

const Home = async ({ params }: PageProps) => {
  const { locale } = await params;
  const t = await getTranslations("home");
  const audience = await audienceOf(locale);
  const { isWhole, asOf, stage, fired, shelves, glazes, jar, collections } =
    await readHome(audience);
  return (
    <main id="main">
      {(!isWhole || asOf) && <Degraded asOf={asOf} />}
      <section className="wrap" aria-labelledby="title">
        <Stage pieces={stage} asOf={asOf}>
          <h1 id="title" tabIndex={-1}>
            {t.rich("headline", { br })}
          </h1>
          <p>{t("intro")}</p>
          {fired.length > 0 && (
            <p>
              <a className={buttonClass()} href="#firing">
                {t("seeFiring")} <Icon name="arrow" />
              </a>
            </p>
          )}
        </Stage>
      </section>
      {fired.length > 0 && <Firing pieces={fired} />}
      <Tables shelves={shelves} />
      {collections.length > 0 && <Collections audience={audience} collections={collections} />}
      <Voice jar={jar} glazes={glazes} />
      <Promises />
    </main>
  );
};

export default Home;
