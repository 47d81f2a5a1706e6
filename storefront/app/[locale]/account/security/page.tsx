import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { endOtherDevices } from "../../../../domains/account/actions/devices";
import {
  findMe,
  findSecondFactor,
  listDevices,
  listPasskeys,
} from "../../../../domains/account/queries";
import { Away } from "../../../../domains/account/ui/away";
import { DeviceRows } from "../../../../domains/account/ui/device-rows";
import { LogoutForm } from "../../../../domains/account/ui/logout-form";
import { SignInWays } from "../../../../domains/account/ui/sign-in-ways";
import { StaffNotice } from "../../../../domains/account/ui/staff-notice";
import { Told } from "../../../../domains/account/ui/told";
import { Link } from "../../../../i18n/navigation";
import { type PageProps, readPage } from "../../../../lib/page";
import { Button, buttonClass } from "../../../../ui/button";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "account.security" });
  return { title: t("title") };
};

const outcomes = ["ended", "changed", "disabled", "failed"] as const;

const SecurityPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("account.security");
  const here = "/account/security";
  const [devices, me, factor, passkeys] = await Promise.all([
    listDevices(locale, here),
    findMe(locale, here),
    findSecondFactor(locale, here),
    listPasskeys(locale, here),
  ]);
  if (!devices || !me || !factor || !passkeys) return <Away title={t("title")} />;
  const done = outcomes.find((outcome) => asked(outcome) !== undefined);
  return (
    <>
      <h1 tabIndex={-1}>{t("title")}</h1>
      {done && (
        <Told key={crypto.randomUUID()} bad={done === "failed"}>
          {t(done)}
        </Told>
      )}
      <StaffNotice me={me} factor={factor} passkeys={passkeys.length} />
      <section className="panel">
        <div className="panel__head">
          <h2>{t("devices")}</h2>
          <div className="actions">
            {devices.length > 1 && (
              <form action={endOtherDevices}>
                <input type="hidden" name="locale" value={locale} />
                <Button type="submit">{t("endOthers")}</Button>
              </form>
            )}
            <LogoutForm action={`/${locale}/logout?everywhere=1`}>
              <Button type="submit" look="quiet">
                {t("endAll")}
              </Button>
            </LogoutForm>
          </div>
        </div>
        <DeviceRows devices={devices} />
      </section>
      <SignInWays me={me} factor={factor} passkeys={passkeys} />
      <section className="panel panel--next">
        <div className="panel__head">
          <h2>{t("data")}</h2>
        </div>
        <div className="actions panel__act">
          <p className="small soft measure">{t("dataText")}</p>
          <Link className={buttonClass()} href="/account/security/data">
            {t("dataOpen")}
          </Link>
        </div>
      </section>
      <section className="panel panel--next">
        <div className="panel__head">
          <h2>{t("erase")}</h2>
        </div>
        <div className="actions panel__act">
          <p className="small soft measure">{t("eraseText")}</p>
          <Link className={buttonClass("danger")} href="/account/security/erase">
            {t("erase")}
          </Link>
        </div>
      </section>
    </>
  );
};

export default SecurityPage;
