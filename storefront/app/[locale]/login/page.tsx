import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";

import { login } from "../../../domains/account/actions/login";
import { freshForm } from "../../../domains/account/forms";
import { ActionForm } from "../../../domains/account/ui/action-form";
import { Entry, EntryHead } from "../../../domains/account/ui/entry";
import { FormField } from "../../../domains/account/ui/form-field";
import { formWords } from "../../../domains/account/ui/form-words";
import { PasskeyLogin, PasswordSubmit } from "../../../domains/account/ui/passkey-login";
import { Told } from "../../../domains/account/ui/told";
import { Link } from "../../../i18n/navigation";
import { type PageProps, readPage } from "../../../lib/page";
import { safePath } from "../../../lib/redirect";
import { sessions } from "../../../lib/server";
import { shareOf } from "../../../lib/share";
import { visitor } from "../../../lib/visitor";
import { Notice } from "../../../ui/notice";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "account.login" });
  const [title, description] = [t("submit"), t("text")];
  return { title, description, ...shareOf({ locale, path: "/login", title, description }) };
};

const isSignedIn = async () => {
  const { handle } = await visitor();
  if (handle === undefined) return false;
  return (await sessions().bearer(handle, { reading: true })).kind === "live";
};

const LoginPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const next = asked("next") ?? "";
  const to = next === "" ? `/${locale}/account` : safePath(next);
  if (await isSignedIn()) redirect(to);
  const t = await getTranslations("account");
  const done = (["verified", "reset", "everywhere", "email"] as const).find(
    (what) => asked(what) !== undefined,
  );
  const passkey = {
    enter: t("login.passkey.enter"),
    or: t("login.passkey.or"),
    stopped: t("login.passkey.stopped"),
    unknown: t("login.passkey.unknown"),
    away: t("login.passkey.away"),
  };
  return (
    <Entry>
      <ActionForm
        name="login"
        className="login__form"
        action={login}
        initial={freshForm()}
        words={await formWords("login")}
        hidden={{ next }}
        head={
          <>
            <EntryHead title={t("login.title")} text={t("login.text")} />
            {done && <Told key={crypto.randomUUID()}>{t(`login.${done}`)}</Told>}
            {asked("expired") && <Notice live="polite">{t("login.expired")}</Notice>}
            {asked("again") && <Notice live="polite">{t("login.again")}</Notice>}
            <PasskeyLogin to={to} words={passkey} />
          </>
        }
      >
        <FormField
          name="email"
          type="email"
          label={t("fields.email")}
          autoComplete="username"
          placeholder={t("fields.emailExample")}
        />
        <FormField
          name="password"
          type="password"
          label={t("fields.password")}
          autoComplete="current-password"
        />
        <PasswordSubmit>{t("login.submit")}</PasswordSubmit>
        <p className="small actions">
          <Link href="/forgot">{t("login.forgot")}</Link>
          <Link href="/signup">{t("login.signup")}</Link>
          <Link href="/orders/find">{t("login.findOrder")}</Link>
        </p>
      </ActionForm>
    </Entry>
  );
};

export default LoginPage;
