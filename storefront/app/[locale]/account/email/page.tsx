import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { changeEmail } from "../../../../domains/account/actions/email";
import { freshForm } from "../../../../domains/account/forms";
import { findMe } from "../../../../domains/account/queries";
import { ActionForm } from "../../../../domains/account/ui/action-form";
import { Away } from "../../../../domains/account/ui/away";
import { FormField, Submit } from "../../../../domains/account/ui/form-field";
import { formWords } from "../../../../domains/account/ui/form-words";
import { Told } from "../../../../domains/account/ui/told";
import { Link } from "../../../../i18n/navigation";
import { type PageProps, readPage } from "../../../../lib/page";
import { buttonClass } from "../../../../ui/button";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "account.email" });
  return { title: t("title") };
};

const EmailPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("account");
  const me = await findMe(locale, "/account/email");
  if (!me) return <Away title={t("email.title")} />;
  return (
    <>
      <h1 tabIndex={-1}>{t("email.title")}</h1>
      {asked("sent") && <Told key={crypto.randomUUID()}>{t("email.sent")}</Told>}
      <section className="panel">
        <div className="panel__head">
          <h2>{me.email}</h2>
        </div>
        <p className="small soft measure panel__text">{t("email.text")}</p>
        <ActionForm
          name="email"
          className="account__form"
          action={changeEmail}
          initial={freshForm()}
          words={await formWords("email")}
        >
          <FormField
            name="email"
            type="email"
            label={t("email.field")}
            autoComplete="email"
            placeholder={t("fields.emailExample")}
          />
          <div className="actions">
            <Submit>{t("email.submit")}</Submit>
            <Link className={buttonClass("quiet")} href="/account">
              {t("cancel")}
            </Link>
          </div>
        </ActionForm>
      </section>
    </>
  );
};

export default EmailPage;
