import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { freshForm } from "../../../domains/account/forms";
import { proofFirst } from "../../../domains/account/proof";
import { ActionForm } from "../../../domains/account/ui/action-form";
import { Submit } from "../../../domains/account/ui/form-field";
import { formWords } from "../../../domains/account/ui/form-words";
import { openBackRoom } from "../../../domains/admin/actions/back-room";
import { Link } from "../../../i18n/navigation";
import { type PageProps, readPage } from "../../../lib/page";
import { safePath } from "../../../lib/redirect";
import { visitor } from "../../../lib/visitor";
import { buttonClass } from "../../../ui/button";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "admin.closed" });
  return { title: t("title"), robots: { index: false } };
};

/** Where staff are told what they need to go on to the shop's own side. */
const ClosedPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("admin.closed");
  const asksProof = asked("why") === "factor";
  const proof = asksProof ? await proofFirst(await visitor()) : undefined;
  return (
    <main id="main" className="wrap work">
      <section className="panel">
        <h1 tabIndex={-1}>{t("title")}</h1>
        <p className="panel__text soft measure">{t(asksProof ? "factor" : "role")}</p>
        {asksProof ? (
          <ActionForm
            name="backRoom"
            className="account__form"
            action={openBackRoom}
            initial={{ ...freshForm(), ...(proof && { proof }) }}
            words={await formWords("backRoom")}
            hidden={{ next: safePath(asked("next") ?? `/${locale}/admin`) }}
          >
            <div>
              <Submit>{t("again")}</Submit>
            </div>
          </ActionForm>
        ) : (
          <p className="panel__text">
            <Link className={buttonClass()} href="/account">
              {t("account")}
            </Link>
          </p>
        )}
      </section>
    </main>
  );
};

export default ClosedPage;
