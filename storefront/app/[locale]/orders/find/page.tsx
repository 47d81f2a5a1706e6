import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { freshForm } from "../../../../domains/account/forms";
import { ActionForm } from "../../../../domains/account/ui/action-form";
import { Entry, EntryHead } from "../../../../domains/account/ui/entry";
import { FormField, Submit } from "../../../../domains/account/ui/form-field";
import { formWords } from "../../../../domains/account/ui/form-words";
import { findOrder } from "../../../../domains/orders/actions/find";
import { Link } from "../../../../i18n/navigation";
import { type PageProps, readPage } from "../../../../lib/page";
import { shareOf } from "../../../../lib/share";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "orders.find" });
  const [title, description] = [t("title"), t("text")];
  return { title, description, ...shareOf({ locale, path: "/orders/find", title, description }) };
};

/** For whoever bought without an account and comes with the mail about it. */
const FindPage = async (props: PageProps) => {
  const { asked } = await readPage(props);
  const t = await getTranslations("orders.find");
  const number = (asked("number") ?? "").slice(0, 20);
  return (
    <Entry>
      <ActionForm
        name="findOrder"
        className="login__form"
        action={findOrder}
        initial={freshForm({ number })}
        words={await formWords("findOrder")}
        head={<EntryHead title={t("title")} text={t("text")} />}
      >
        <FormField name="number" label={t("number")} autoComplete="off" placeholder="JT-0001001" />
        <FormField name="email" type="email" label={t("email")} autoComplete="email" />
        <Submit wide>{t("submit")}</Submit>
        <p className="small">
          <Link href="/login">{t("login")}</Link>
        </p>
      </ActionForm>
    </Entry>
  );
};

export default FindPage;
