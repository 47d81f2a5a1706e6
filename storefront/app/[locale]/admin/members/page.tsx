import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireStaff } from "../../../../domains/admin/admission";
import { Done } from "../../../../domains/admin/ui/done";
import { LookUpForm } from "../../../../domains/people/ui/look-up-form";
import { type PageProps, readPage } from "../../../../lib/page";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "admin.people" });
  return { title: t("title") };
};

const MembersPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("admin.people");
  await requireStaff(locale, "/admin/members");
  return (
    <>
      <Done what={asked("done")} />
      <div className="admin__top">
        <h1 tabIndex={-1}>{t("title")}</h1>
      </div>
      <p className="soft measure">{t("text")}</p>
      <LookUpForm />
    </>
  );
};

export default MembersPage;
