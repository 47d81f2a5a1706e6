import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { signUp } from "../../../domains/account/actions/sign-up";
import { freshForm } from "../../../domains/account/forms";
import { ActionForm } from "../../../domains/account/ui/action-form";
import { Entry, EntryHead } from "../../../domains/account/ui/entry";
import { FormField, Submit } from "../../../domains/account/ui/form-field";
import { formWords } from "../../../domains/account/ui/form-words";
import { NewPasswordField } from "../../../domains/account/ui/new-password-field";
import { strengths } from "../../../domains/account/ui/strengths";
import { Link } from "../../../i18n/navigation";
import { type PageProps, readPage } from "../../../lib/page";
import { shareOf } from "../../../lib/share";
import { buttonClass } from "../../../ui/button";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "account.signup" });
  const [title, description] = [t("title"), t("text")];
  return { title, description, ...shareOf({ locale, path: "/signup", title, description }) };
};

const SignUpPage = async (props: PageProps) => {
  const { asked } = await readPage(props);
  const t = await getTranslations("account");
  if (asked("sent"))
    return (
      <Entry>
        <div className="login__form">
          <EntryHead title={t("signup.sentTitle")} text={t("signup.sentText")} />
          <Link className={buttonClass()} href="/login">
            {t("signup.sentBack")}
          </Link>
        </div>
      </Entry>
    );
  return (
    <Entry>
      <ActionForm
        name="signUp"
        className="login__form"
        action={signUp}
        initial={freshForm()}
        words={await formWords("signUp")}
        head={<EntryHead title={t("signup.title")} text={t("signup.text")} />}
      >
        <FormField name="name" label={t("fields.name")} autoComplete="name" />
        <FormField
          name="email"
          type="email"
          label={t("fields.email")}
          autoComplete="username"
          placeholder={t("fields.emailExample")}
        />
        <NewPasswordField
          name="password"
          label={t("fields.password")}
          hint={t("fields.passwordHint")}
          strengths={await strengths()}
        />
        <Submit wide>{t("signup.submit")}</Submit>
        <p className="small">
          <Link href="/login">{t("signup.login")}</Link>
        </p>
      </ActionForm>
    </Entry>
  );
};

export default SignUpPage;
