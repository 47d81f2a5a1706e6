import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import {
  disable,
  renewRecoveryCodes,
  setUp,
} from "../../../../../domains/account/actions/second-factor";
import { freshForm } from "../../../../../domains/account/forms";
import { findMe, findSecondFactor, listPasskeys } from "../../../../../domains/account/queries";
import { ActionForm } from "../../../../../domains/account/ui/action-form";
import { Away } from "../../../../../domains/account/ui/away";
import { OrEnrolment } from "../../../../../domains/account/ui/enrolment-step";
import { Submit } from "../../../../../domains/account/ui/form-field";
import { formWords } from "../../../../../domains/account/ui/form-words";
import { OrRecoveryCodes } from "../../../../../domains/account/ui/recovery-codes";
import { type PageProps, readPage } from "../../../../../lib/page";
import { Notice } from "../../../../../ui/notice";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "account.secondFactor" });
  return { title: t("title") };
};

const SecondFactorPage = async (props: PageProps) => {
  const { locale } = await readPage(props);
  const t = await getTranslations("account.secondFactor");
  const here = "/account/security/second-factor";
  const [me, factor, passkeys] = await Promise.all([
    findMe(locale, here),
    findSecondFactor(locale, here),
    listPasskeys(locale, here),
  ]);
  if (!me || !factor || !passkeys) return <Away title={t("title")} />;
  const isStaff = me.roles.length > 0;
  /** A passkey is a second factor, too. */
  const hasOther = passkeys.length > 0;
  const codes = {
    title: t("codes.title"),
    text: isStaff ? t("codes.staffText") : t("codes.text"),
    once: t("codes.once"),
    print: t("codes.print"),
    done: t("codes.done"),
  };
  const enrolment = {
    scan: t("scan"),
    picture: t("picture"),
    type: t("type"),
    code: t("code"),
    codeHint: t("codeHint"),
    confirm: t("confirm"),
  };
  return (
    <>
      <h1 tabIndex={-1}>{t("title")}</h1>
      {isStaff && !factor.enrolled && !hasOther && <Notice tone="warn">{t("staff")}</Notice>}
      <section className="panel">
        <div className="panel__head">
          <h2>{t("app")}</h2>
          <span className={factor.enrolled ? "status status--done" : "status"}>
            {factor.enrolled ? t("on", { left: factor.recoveryCodesLeft }) : t("off")}
          </span>
        </div>
        <ActionForm
          name="secondFactor"
          className="account__form"
          action={setUp}
          initial={freshForm()}
          words={await formWords("secondFactor")}
        >
          <OrRecoveryCodes words={codes}>
            <OrEnrolment words={enrolment}>
              <p className="small soft measure">{factor.enrolled ? t("replaceText") : t("text")}</p>
              <div>
                <Submit look={factor.enrolled ? "plain" : "act"}>
                  {factor.enrolled ? t("replace") : t("begin")}
                </Submit>
              </div>
            </OrEnrolment>
          </OrRecoveryCodes>
        </ActionForm>
      </section>
      {factor.enrolled && (
        <section className="panel panel--next">
          <div className="panel__head">
            <h2>{t("codes.title")}</h2>
          </div>
          <ActionForm
            name="recoveryCodes"
            className="account__form"
            action={renewRecoveryCodes}
            initial={freshForm()}
            words={await formWords("recoveryCodes")}
          >
            <OrRecoveryCodes words={codes}>
              <p className="small soft measure">{t("codes.renewText")}</p>
              <div>
                <Submit look="plain">{t("codes.renew")}</Submit>
              </div>
            </OrRecoveryCodes>
          </ActionForm>
        </section>
      )}
      {factor.enrolled && (!isStaff || hasOther) && (
        <section className="panel panel--next">
          <div className="panel__head">
            <h2>{t("disable.title")}</h2>
          </div>
          <ActionForm
            name="disable"
            className="account__form"
            action={disable}
            initial={freshForm()}
            words={await formWords("disable")}
          >
            <p className="small soft measure">{t("disable.text")}</p>
            <div>
              <Submit look="danger">{t("disable.submit")}</Submit>
            </div>
          </ActionForm>
        </section>
      )}
    </>
  );
};

export default SecondFactorPage;
