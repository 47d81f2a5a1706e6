import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { confirmEmail } from "../../../../domains/account/actions/email";
import { freshForm } from "../../../../domains/account/forms";
import { ActionForm } from "../../../../domains/account/ui/action-form";
import { Entry, EntryHead } from "../../../../domains/account/ui/entry";
import { Submit } from "../../../../domains/account/ui/form-field";
import { formWords } from "../../../../domains/account/ui/form-words";
import { Link } from "../../../../i18n/navigation";
import type { PageProps } from "../../../../lib/page";
import { visitor } from "../../../../lib/visitor";
import { buttonClass } from "../../../../ui/button";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "account.confirmEmail" });
  return { title: t("title"), robots: { index: false } };
};

const ConfirmEmailPage = async () => {
  const t = await getTranslations("account.confirmEmail");
  const token = (await visitor()).link("email");
  return (
    <Entry>
      {token === undefined ? (
        <div className="login__form">
          <EntryHead title={t("missingTitle")} text={t("missingText")} />
          <Link className={buttonClass()} href="/account/email">
            {t("again")}
          </Link>
        </div>
      ) : (
        <ActionForm
          name="confirmEmail"
          className="login__form"
          action={confirmEmail}
          initial={freshForm()}
          words={await formWords("confirmEmail")}
          head={<EntryHead title={t("title")} text={t("text")} />}
        >
          <Submit wide>{t("submit")}</Submit>
        </ActionForm>
      )}
    </Entry>
  );
};

export default ConfirmEmailPage;
