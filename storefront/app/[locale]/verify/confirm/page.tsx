import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { verify } from "../../../../domains/account/actions/sign-up";
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
  const t = await getTranslations({ ...(await params), namespace: "account.verify" });
  return { title: t("title"), robots: { index: false } };
};

const VerifyPage = async () => {
  const t = await getTranslations("account.verify");
  const token = (await visitor()).link("verify");
  return (
    <Entry>
      {token === undefined ? (
        <div className="login__form">
          <EntryHead title={t("missingTitle")} text={t("missingText")} />
          <Link className={buttonClass()} href="/signup">
            {t("again")}
          </Link>
        </div>
      ) : (
        <ActionForm
          name="verify"
          className="login__form"
          action={verify}
          initial={freshForm()}
          words={await formWords("verify")}
          head={<EntryHead title={t("title")} text={t("text")} />}
        >
          <Submit wide>{t("submit")}</Submit>
          <p className="small">
            <Link href="/signup">{t("again")}</Link>
          </p>
        </ActionForm>
      )}
    </Entry>
  );
};

export default VerifyPage;
