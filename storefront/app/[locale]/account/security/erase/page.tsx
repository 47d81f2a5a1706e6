import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { erase } from "../../../../../domains/account/actions/personal-data";
import { freshForm } from "../../../../../domains/account/forms";
import { findMe } from "../../../../../domains/account/queries";
import { ActionForm } from "../../../../../domains/account/ui/action-form";
import { Away } from "../../../../../domains/account/ui/away";
import { FormCheck, Submit } from "../../../../../domains/account/ui/form-field";
import { formWords } from "../../../../../domains/account/ui/form-words";
import { Link } from "../../../../../i18n/navigation";
import { type PageProps, readPage } from "../../../../../lib/page";
import { buttonClass } from "../../../../../ui/button";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "account.erase" });
  return { title: t("title") };
};

const ErasePage = async (props: PageProps) => {
  const { locale } = await readPage(props);
  const t = await getTranslations("account");
  const me = await findMe(locale, "/account/security/erase");
  if (!me) return <Away title={t("erase.title")} />;
  return (
    <>
      <h1 tabIndex={-1}>{t("erase.title")}</h1>
      <p className="measure panel__text">{t("erase.text", { email: me.email })}</p>
      <p className="measure panel__text">
        <Link href="/account/security/data">{t("erase.dataFirst")}</Link>
      </p>
      <ActionForm
        name="erase"
        className="account__form"
        action={erase}
        initial={freshForm()}
        words={await formWords("erase")}
      >
        <FormCheck name="consent" label={t("erase.consent")} />
        <div className="actions">
          <Submit look="danger">{t("erase.submit")}</Submit>
          <Link className={buttonClass("quiet")} href="/account/security">
            {t("cancel")}
          </Link>
        </div>
      </ActionForm>
    </>
  );
};

export default ErasePage;
