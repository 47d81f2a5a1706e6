import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { changeProfile } from "../../../domains/account/actions/profile";
import { freshForm } from "../../../domains/account/forms";
import { findMe } from "../../../domains/account/queries";
import { ActionForm } from "../../../domains/account/ui/action-form";
import { Away } from "../../../domains/account/ui/away";
import { FormField, FormSelect, Submit } from "../../../domains/account/ui/form-field";
import { formWords } from "../../../domains/account/ui/form-words";
import { Told } from "../../../domains/account/ui/told";
import { Link } from "../../../i18n/navigation";
import { type PageProps, readPage } from "../../../lib/page";
import { buttonClass } from "../../../ui/button";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "account.profile" });
  return { title: t("title") };
};

const ProfilePage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("account");
  const me = await findMe(locale, "/account");
  if (!me) return <Away title={t("profile.title")} />;
  const { name, telephone, language } = me;
  const done = (["saved", "email"] as const).find((what) => asked(what) !== undefined);
  return (
    <>
      <h1 tabIndex={-1}>{t("profile.title")}</h1>
      {done && <Told key={crypto.randomUUID()}>{t(`profile.${done}`)}</Told>}
      {me.roles.length > 0 && (
        <p className="panel__text">
          <Link className={buttonClass()} href="/admin">
            {(await getTranslations("admin.closed"))("open")}
          </Link>
        </p>
      )}
      <section className="panel">
        <div className="panel__head">
          <h2>{me.email}</h2>
          <Link className={buttonClass()} href="/account/email">
            {t("email.title")}
          </Link>
        </div>
        <ActionForm
          name="profile"
          className="account__form"
          action={changeProfile}
          initial={freshForm({ name, telephone: telephone ?? "", language })}
          words={await formWords("profile")}
        >
          <FormField name="name" label={t("fields.name")} autoComplete="name" />
          <FormField
            name="telephone"
            type="tel"
            label={t("fields.telephone")}
            autoComplete="tel"
            placeholder={t("fields.telephoneExample")}
          />
          <FormSelect
            name="language"
            label={t("fields.language")}
            hint={t("fields.languageHint")}
            options={[
              ["ko", t("profile.languages.ko")],
              ["en", t("profile.languages.en")],
            ]}
          />
          <div>
            <Submit>{t("profile.submit")}</Submit>
          </div>
        </ActionForm>
      </section>
    </>
  );
};

export default ProfilePage;
