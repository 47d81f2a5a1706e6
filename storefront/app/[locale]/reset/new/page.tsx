import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { reset } from "../../../../domains/account/actions/password";
import { freshForm } from "../../../../domains/account/forms";
import { ActionForm } from "../../../../domains/account/ui/action-form";
import { Entry, EntryHead } from "../../../../domains/account/ui/entry";
import { Submit } from "../../../../domains/account/ui/form-field";
import { formWords } from "../../../../domains/account/ui/form-words";
import { NewPasswordField } from "../../../../domains/account/ui/new-password-field";
import { strengths } from "../../../../domains/account/ui/strengths";
import { Link } from "../../../../i18n/navigation";
import type { PageProps } from "../../../../lib/page";
import { visitor } from "../../../../lib/visitor";
import { buttonClass } from "../../../../ui/button";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "account.reset" });
  return { title: t("title"), robots: { index: false } };
};

const ResetPage = async () => {
  const t = await getTranslations("account");
  const token = (await visitor()).link("reset");
  return (
    <Entry>
      {token === undefined ? (
        <div className="login__form">
          <EntryHead title={t("reset.missingTitle")} text={t("reset.missingText")} />
          <Link className={buttonClass()} href="/forgot">
            {t("reset.again")}
          </Link>
        </div>
      ) : (
        <ActionForm
          name="reset"
          className="login__form"
          action={reset}
          initial={freshForm()}
          words={await formWords("reset")}
          head={<EntryHead title={t("reset.title")} text={t("reset.text")} />}
        >
          <NewPasswordField
            name="password"
            label={t("fields.newPassword")}
            hint={t("fields.passwordHint")}
            strengths={await strengths()}
          />
          <Submit wide>{t("reset.submit")}</Submit>
          <p className="small">
            <Link href="/forgot">{t("reset.again")}</Link>
          </p>
        </ActionForm>
      )}
    </Entry>
  );
};

export default ResetPage;
