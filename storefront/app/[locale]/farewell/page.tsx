import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";

import { openReceipt } from "../../../domains/account/receipt";
import { PrintButton } from "../../../domains/account/ui/print-button";
import { Link } from "../../../i18n/navigation";
import { type PageProps, readPage } from "../../../lib/page";
import { visitor } from "../../../lib/visitor";
import { buttonClass } from "../../../ui/button";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "account.farewell" });
  return { title: t("title"), robots: { index: false } };
};

const erasable = [
  "account",
  "addresses",
  "password",
  "second_factor",
  "passkeys",
  "wishlist",
  "pending_links",
  "stored_answers",
  "sessions",
] as const;

const FarewellPage = async (props: PageProps) => {
  const { locale } = await readPage(props);
  const receipt = openReceipt((await visitor()).receipt);
  if (!receipt) redirect(`/${locale}`);
  const t = await getTranslations("account.farewell");
  const format = await getFormatter();
  const at = format.dateTime(new Date(receipt.erasedAt), { dateStyle: "long", timeStyle: "short" });
  return (
    <main id="main" className="wrap section receipt">
      <h1 tabIndex={-1}>{t("title")}</h1>
      <p className="measure">{t("text")}</p>
      <dl className="receipt__rows">
        <div>
          <dt>{t("number")}</dt>
          <dd>
            <code>{receipt.id}</code>
          </dd>
        </div>
        <div>
          <dt>{t("at")}</dt>
          <dd>{at}</dd>
        </div>
        <div>
          <dt>{t("erased")}</dt>
          <dd>
            <ul>
              {erasable
                .filter((part) => receipt.erased.includes(part))
                .map((part) => (
                  <li key={part}>{t(`parts.${part}`)}</li>
                ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{t("kept")}</dt>
          <dd>{receipt.kept.length > 0 ? t("keptEvents") : t("keptNothing")}</dd>
        </div>
      </dl>
      <div className="actions">
        <PrintButton>{t("print")}</PrintButton>
        <Link className={buttonClass("quiet")} href="/">
          {t("home")}
        </Link>
      </div>
    </main>
  );
};

export default FarewellPage;
