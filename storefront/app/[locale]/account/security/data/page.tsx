import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { prepareDownload } from "../../../../../domains/account/actions/personal-data";
import { freshForm } from "../../../../../domains/account/forms";
import { proofFirst } from "../../../../../domains/account/proof";
import { findMe } from "../../../../../domains/account/queries";
import { ActionForm } from "../../../../../domains/account/ui/action-form";
import { Away } from "../../../../../domains/account/ui/away";
import { formWords } from "../../../../../domains/account/ui/form-words";
import { Told } from "../../../../../domains/account/ui/told";
import { type PageProps, readPage } from "../../../../../lib/page";
import { visitor } from "../../../../../lib/visitor";
import { buttonClass } from "../../../../../ui/button";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "account.data" });
  return { title: t("title") };
};

const DataPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("account.data");
  if (!(await findMe(locale, "/account/security/data"))) return <Away title={t("title")} />;
  const file = `/${locale}/account/security/data/download`;
  const isReady = asked("ready") !== undefined;
  const proof = asked("confirm") === undefined ? undefined : await proofFirst(await visitor());
  return (
    <>
      {isReady && <meta httpEquiv="refresh" content={`0;url=${file}`} />}
      <h1 tabIndex={-1}>{t("title")}</h1>
      {isReady && <Told key={crypto.randomUUID()}>{t("ready")}</Told>}
      {asked("failed") && (
        <Told key={crypto.randomUUID()} bad>
          {t("failed")}
        </Told>
      )}
      <p className="measure panel__text">{t("text")}</p>
      <ActionForm
        key={proof?.method ?? "none"}
        name="data"
        className="account__form"
        action={prepareDownload}
        initial={{ ...freshForm(), ...(proof && { proof }) }}
        words={await formWords("data")}
      >
        <div>
          <a className={buttonClass("act")} href={file}>
            {t("download")}
          </a>
        </div>
      </ActionForm>
    </>
  );
};

export default DataPage;
