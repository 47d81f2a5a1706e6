import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { changePassword } from "../../../../../domains/account/actions/password";
import { freshForm } from "../../../../../domains/account/forms";
import { findMe } from "../../../../../domains/account/queries";
import { ActionForm } from "../../../../../domains/account/ui/action-form";
import { Away } from "../../../../../domains/account/ui/away";
import { FormField, Submit } from "../../../../../domains/account/ui/form-field";
import { formWords } from "../../../../../domains/account/ui/form-words";
import { NewPasswordField } from "../../../../../domains/account/ui/new-password-field";
import { strengths } from "../../../../../domains/account/ui/strengths";
import { Link } from "../../../../../i18n/navigation";
import { type PageProps, readPage } from "../../../../../lib/page";
import { buttonClass } from "../../../../../ui/button";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "account.security" });
  return { title: t("password") };
};

const PasswordPage = async (props: PageProps) => {
  const { locale } = await readPage(props);
  const t = await getTranslations("account");
  const me = await findMe(locale, "/account/security/password");
  if (!me) return <Away title={t("security.password")} />;
  return (
    <>
      <h1 tabIndex={-1}>{t("security.password")}</h1>
      <p className="small soft measure panel__text">{t("security.passwordText")}</p>
      <ActionForm
        name="password"
        className="account__form"
        action={changePassword}
        initial={freshForm()}
        words={await formWords("password")}
      >
        <input type="hidden" autoComplete="username" value={me.email} readOnly />
        <FormField
          name="currentPassword"
          type="password"
          label={t("fields.currentPassword")}
          autoComplete="current-password"
        />
        <NewPasswordField
          name="newPassword"
          label={t("fields.newPassword")}
          hint={t("fields.passwordHint")}
          strengths={await strengths()}
        />
        <div className="actions">
          <Submit>{t("security.passwordSubmit")}</Submit>
          <Link className={buttonClass("quiet")} href="/account/security">
            {t("cancel")}
          </Link>
        </div>
      </ActionForm>
    </>
  );
};

export default PasswordPage;
