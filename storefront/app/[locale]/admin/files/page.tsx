import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../domains/account/ui/away";
import { Told } from "../../../../domains/account/ui/told";
import { findReport } from "../../../../domains/admin/files";
import { findFigures } from "../../../../domains/admin/queries";
import { ImportForm } from "../../../../domains/admin/ui/import-form";
import { ImportReport } from "../../../../domains/admin/ui/import-report";
import { type PageProps, readPage } from "../../../../lib/page";
import { buttonClass } from "../../../../ui/button";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "admin.files" });
  return { title: t("title") };
};

const failures = ["form", "size", "away"] as const;

const FilesPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("admin.files");
  const counts = await findFigures(locale, "/admin/files");
  if (!counts) return <Away of="admin" title={t("title")} />;
  const failed = failures.find((one) => one === asked("failed"));
  const id = asked("report");
  const report = id === undefined ? undefined : await findReport(id);
  return (
    <>
      <h1 tabIndex={-1}>{t("title")}</h1>
      {failed && (
        <Told key={crypto.randomUUID()} bad>
          {t(`failed.${failed}`)}
        </Told>
      )}
      {id !== undefined && !report && (
        <Told key={crypto.randomUUID()} bad>
          {t("reportGone")}
        </Told>
      )}
      {report && <ImportReport key={id} report={report} />}
      <div className="admin__cols">
        <section aria-labelledby="import-title">
          <h2 id="import-title">{t("importTitle")}</h2>
          <ImportForm />
        </section>
        <section aria-labelledby="export-title">
          <h2 id="export-title">{t("exportTitle")}</h2>
          <p className="small soft measure">{t("exportText")}</p>
          <p>
            <a className={buttonClass()} href={`/admin/exports?locale=${locale}`} download>
              {t("export", { count: counts.active + counts.draft + counts.archived })}
            </a>
          </p>
        </section>
      </div>
    </>
  );
};

export default FilesPage;
