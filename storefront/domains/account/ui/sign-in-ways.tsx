import type { Member, Passkey } from "@jangteo/member/contract";
import { useFormatter, useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { buttonClass } from "../../../ui/button";
import { Icon } from "../../../ui/icon";

type Props = {
  me: Pick<Member, "passwordChangedAt">;
  factor: { enrolled: boolean; recoveryCodesLeft: number };
  passkeys: readonly Pick<Passkey, "name">[];
};

export const SignInWays = ({ me, factor, passkeys }: Props) => {
  const t = useTranslations("account.security");
  const s = useTranslations("account.secondFactor");
  const p = useTranslations("account.passkeys");
  const format = useFormatter();
  const day = format.dateTime(new Date(me.passwordChangedAt), { dateStyle: "long" });
  return (
    <section className="panel panel--next">
      <div className="panel__head">
        <h2>{t("ways")}</h2>
      </div>
      <ul className="rows">
        <li>
          <Icon name="key" />
          <div>
            <b>{p("title")}</b>
            <p>
              {passkeys.length === 0
                ? p("none")
                : p("held", {
                    names: passkeys.map(({ name }) => name).join(", "),
                    count: passkeys.length,
                  })}
            </p>
          </div>
          <Link
            className={buttonClass()}
            href="/account/security/passkeys"
            aria-label={`${p("title")}: ${passkeys.length === 0 ? p("first") : p("more")}`}
          >
            {passkeys.length === 0 ? p("first") : p("more")}
          </Link>
        </li>
        <li>
          <Icon name="lock" />
          <div>
            <b>{t("passwordRow")}</b>
            <p>{t("passwordSince", { day })}</p>
          </div>
          <Link
            className={buttonClass()}
            href="/account/security/password"
            aria-label={t("password")}
          >
            {t("passwordSubmit")}
          </Link>
        </li>
        <li>
          <Icon name="phone" />
          <div>
            <b>{t("secondFactor")}</b>
            <p>{factor.enrolled ? s("on", { left: factor.recoveryCodesLeft }) : s("off")}</p>
          </div>
          <Link
            className={buttonClass()}
            href="/account/security/second-factor"
            aria-label={`${t("secondFactor")}: ${factor.enrolled ? t("secondFactorOpen") : s("begin")}`}
          >
            {factor.enrolled ? t("secondFactorOpen") : s("begin")}
          </Link>
        </li>
      </ul>
    </section>
  );
};
