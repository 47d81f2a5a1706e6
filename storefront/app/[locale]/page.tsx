import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { listShelf } from "../../domains/catalogue/queries";
import { castStage, lastOfTheKiln } from "../../domains/catalogue/stage";
import { Degraded } from "../../domains/catalogue/ui/degraded";
import { Firing } from "../../domains/catalogue/ui/firing";
import { Promises } from "../../domains/catalogue/ui/promises";
import { Stage } from "../../domains/catalogue/ui/stage";
import { Tables } from "../../domains/catalogue/ui/tables";
import { Voice } from "../../domains/catalogue/ui/voice";
import type { Locale } from "../../i18n/routing";
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
  const shelf = await listShelf(locale, 100, null);
  const pieces = shelf?.value ?? [];
  const stage = castStage(pieces);
  const firing = lastOfTheKiln(pieces);
  return (
    <main id="main">
      {(!shelf || shelf.asOf) && <Degraded asOf={shelf?.asOf} />}
      <section className="wrap" aria-labelledby="title">
        <Stage pieces={stage}>
          <h1 id="title" tabIndex={-1}>
            {t.rich("headline", { br })}
          </h1>
          <p>{t("intro")}</p>
          {firing.length > 0 && (
            <p>
              <a className={buttonClass()} href="#firing">
                {t("seeFiring")} <Icon name="arrow" />
              </a>
            </p>
          )}
        </Stage>
      </section>
      {firing.length > 0 && <Firing pieces={firing} />}
      {pieces.length > 0 && <Tables pieces={pieces} />}
      <Voice jar={pieces.find(({ form }) => form === "moon-jar")} pieces={pieces} />
      <Promises />
    </main>
  );
};

export default Home;
