import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";

import { enterCode } from "../../../../domains/account/actions/login";
import { freshForm } from "../../../../domains/account/forms";
import { ActionForm } from "../../../../domains/account/ui/action-form";
import { Entry, EntryHead } from "../../../../domains/account/ui/entry";
import { FormField, Submit } from "../../../../domains/account/ui/form-field";
import { formWords } from "../../../../domains/account/ui/form-words";
import { Link } from "../../../../i18n/navigation";
import { type PageProps, readPage } from "../../../../lib/page";
import { visitor } from "../../../../lib/visitor";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "account.code" });
  return { title: t("title"), robots: { index: false } };
};

const CodePage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  if ((await visitor()).challenge === undefined) redirect(`/${locale}/login?expired=1`);
  const t = await getTranslations("account.code");
  const next = asked("next") ?? "";
  const way = asked("with") === "recovery" ? "recovery" : "app";
  const other = new URLSearchParams({ next, ...(way === "app" && { with: "recovery" }) });
  return (
    <Entry>
      <ActionForm
        name="code"
        className="login__form"
        action={enterCode}
        initial={freshForm()}
        words={await formWords("code")}
        hidden={{ next }}
        head={<EntryHead title={t("title")} text={t(`${way}.text`)} />}
      >
        <FormField
          key={way}
          name="code"
          label={t(`${way}.label`)}
          inputMode={way === "app" ? "numeric" : "text"}
          autoComplete={way === "app" ? "one-time-code" : "off"}
        />
        <Submit wide>{t("submit")}</Submit>
        <p className="small actions">
          <Link href={`/login/code?${other}`}>{t(`${way}.other`)}</Link>
          <Link href="/login">{t("back")}</Link>
        </p>
      </ActionForm>
    </Entry>
  );
};

export default CodePage;
