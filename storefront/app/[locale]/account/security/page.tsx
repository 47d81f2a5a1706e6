import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { endOtherDevices } from "../../../../domains/account/actions/devices";
import { changePassword } from "../../../../domains/account/actions/password";
import { freshForm } from "../../../../domains/account/forms";
import { listDevices } from "../../../../domains/account/queries";
import { ActionForm } from "../../../../domains/account/ui/action-form";
import { Away } from "../../../../domains/account/ui/away";
import { DeviceRows } from "../../../../domains/account/ui/device-rows";
import { FormField, Submit } from "../../../../domains/account/ui/form-field";
import { formWords } from "../../../../domains/account/ui/form-words";
import { Told } from "../../../../domains/account/ui/told";
import { type PageProps, readPage } from "../../../../lib/page";
import { Button } from "../../../../ui/button";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "account.security" });
  return { title: t("title") };
};

const SecurityPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("account");
  const devices = await listDevices(locale, "/account/security");
  if (!devices) return <Away title={t("security.title")} />;
  return (
    <>
      <h1 tabIndex={-1}>{t("security.title")}</h1>
      {asked("ended") && <Told key={crypto.randomUUID()}>{t("security.ended")}</Told>}
      {asked("changed") && <Told key={crypto.randomUUID()}>{t("security.passwordChanged")}</Told>}
      {asked("failed") && (
        <Told key={crypto.randomUUID()} bad>
          {t("security.failed")}
        </Told>
      )}
      <section className="panel">
        <div className="panel__head">
          <h2>{t("security.devices")}</h2>
          {devices.length > 1 && (
            <form action={endOtherDevices}>
              <input type="hidden" name="locale" value={locale} />
              <Button type="submit">{t("security.endOthers")}</Button>
            </form>
          )}
        </div>
        <DeviceRows devices={devices} />
      </section>
      <section className="panel panel--next">
        <div className="panel__head">
          <h2>{t("security.password")}</h2>
        </div>
        <p className="small soft measure panel__text">{t("security.passwordText")}</p>
        <ActionForm
          name="password"
          className="account__form"
          action={changePassword}
          initial={freshForm()}
          words={await formWords("password")}
        >
          <FormField
            name="currentPassword"
            type="password"
            label={t("fields.currentPassword")}
            autoComplete="current-password"
          />
          <FormField
            name="newPassword"
            type="password"
            label={t("fields.newPassword")}
            autoComplete="new-password"
            hint={t("fields.passwordHint")}
          />
          <div>
            <Submit>{t("security.passwordSubmit")}</Submit>
          </div>
        </ActionForm>
      </section>
    </>
  );
};

export default SecurityPage;
