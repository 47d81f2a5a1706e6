import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { addPasskey } from "../../../../../domains/account/actions/passkeys";
import { describeDevice } from "../../../../../domains/account/device";
import { freshForm } from "../../../../../domains/account/forms";
import { listPasskeys } from "../../../../../domains/account/queries";
import { ActionForm } from "../../../../../domains/account/ui/action-form";
import { Away } from "../../../../../domains/account/ui/away";
import { formWords } from "../../../../../domains/account/ui/form-words";
import { PasskeyMaker } from "../../../../../domains/account/ui/passkey-maker";
import { PasskeyRows } from "../../../../../domains/account/ui/passkey-rows";
import { Told } from "../../../../../domains/account/ui/told";
import { type PageProps, readPage } from "../../../../../lib/page";
import { visitor } from "../../../../../lib/visitor";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "account.passkeys" });
  return { title: t("title") };
};

/** What a person would call the device at hand. */
const nameOfDevice = async () => {
  const t = await getTranslations("account.security");
  const { system, browser } = describeDevice((await visitor()).userAgent);
  const names = [system && t(`systems.${system}`), browser && t(`browsers.${browser}`)];
  return names.filter(Boolean).join(", ");
};

const PasskeysPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("account.passkeys");
  const passkeys = await listPasskeys(locale, "/account/security/passkeys");
  if (!passkeys) return <Away title={t("title")} />;
  const done = (["added", "removed"] as const).find((what) => asked(what) !== undefined);
  const words = {
    name: t("name"),
    nameHint: t("nameHint"),
    add: t("add"),
    waiting: t("waiting"),
    stopped: t("stopped"),
    unable: t("unable"),
  };
  return (
    <>
      <h1 tabIndex={-1}>{t("title")}</h1>
      {done && <Told key={crypto.randomUUID()}>{t(done)}</Told>}
      <p className="measure panel__text">{t("text")}</p>
      {passkeys.length > 0 && (
        <section className="panel">
          <div className="panel__head">
            <h2>{t("yours")}</h2>
          </div>
          <PasskeyRows passkeys={passkeys} words={await formWords("removePasskey")} />
        </section>
      )}
      <section className="panel panel--next">
        <div className="panel__head">
          <h2>{t("addTitle")}</h2>
        </div>
        <ActionForm
          key={passkeys.length}
          name="passkey"
          className="account__form"
          action={addPasskey}
          initial={freshForm({ name: await nameOfDevice() })}
          words={await formWords("passkey")}
        >
          <PasskeyMaker words={words} />
        </ActionForm>
      </section>
    </>
  );
};

export default PasskeysPage;
