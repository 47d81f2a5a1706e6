import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { forget } from "../../../domains/account/actions/password";
import { freshForm } from "../../../domains/account/forms";
import { ActionForm } from "../../../domains/account/ui/action-form";
import { Entry, EntryHead } from "../../../domains/account/ui/entry";
import { FormField, Submit } from "../../../domains/account/ui/form-field";
import { formWords } from "../../../domains/account/ui/form-words";
import { Link } from "../../../i18n/navigation";
import { type PageProps, readPage } from "../../../lib/page";
import { shareOf } from "../../../lib/share";
import { buttonClass } from "../../../ui/button";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "account.forgot" });
  const [title, description] = [t("title"), t("text")];
  return { title, description, ...shareOf({ locale, path: "/forgot", title, description }) };
};

const ForgotPage = async (props: PageProps) => {
  const { asked } = await readPage(props);
  const t = await getTranslations("account");
  if (asked("sent"))
    return (
      <Entry>
        <div className="login__form">
          <EntryHead title={t("forgot.sentTitle")} text={t("forgot.sentText")} />
          <Link className={buttonClass()} href="/login">
            {t("forgot.back")}
          </Link>
        </div>
      </Entry>
    );
  return (
    <Entry>
      <ActionForm
        name="forgot"
        className="login__form"
        action={forget}
        initial={freshForm()}
        words={await formWords("forgot")}
        head={<EntryHead title={t("forgot.title")} text={t("forgot.text")} />}
      >
        <FormField
          name="email"
          type="email"
          label={t("fields.email")}
          autoComplete="username"
          placeholder={t("fields.emailExample")}
        />
        <Submit wide>{t("forgot.submit")}</Submit>
        <p className="small">
          <Link href="/login">{t("forgot.back")}</Link>
        </p>
      </ActionForm>
    </Entry>
  );
};

export default ForgotPage;
