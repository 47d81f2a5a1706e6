import { getLocale, getTranslations } from "next-intl/server";

import { Told } from "../../account/ui/told";
import type { Report } from "../files";

const rules = [
  ...(["unknown", "differs", "width", "csv", "missing", "repeated", "too_many"] as const),
  ...(["unrecognized_keys", "conflict", "options"] as const),
] as const;

/** What an import did, and which rows it could not take, by their number and column. */
export const ImportReport = async ({ report }: { report: Report }) => {
  const t = await getTranslations("admin.files");
  const locale = await getLocale();
  const { mode, rows, changed, unchanged, errors } = report;
  const isUndone = mode === "all" && errors.length > 0;
  const said = (rule: string) => {
    const known = rules.find((one) => one === rule);
    return t(known ? `rules.${known}` : "rules.other");
  };
  return (
    <section aria-labelledby="report-title">
      <h2 id="report-title">{t("report")}</h2>
      <Told bad={errors.length > 0}>
        {isUndone
          ? t("undone", { count: errors.length })
          : t("taken", { rows, changed, unchanged, errors: errors.length })}
      </Told>
      {errors.length > 0 && (
        <div className="scroll-x">
          <table className="ledger">
            <caption>{t("errors")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("row")}</th>
                <th scope="col">{t("column")}</th>
                <th scope="col">{t("wrong")}</th>
              </tr>
            </thead>
            <tbody>
              {errors.map(({ pointer, rule, detail }) => {
                const [, row, column = ""] = pointer.split("/");
                return (
                  <tr key={`${pointer} ${rule} ${detail}`}>
                    <th scope="row" className="num">
                      {row}
                    </th>
                    <td>
                      <code>{column}</code>
                    </td>
                    <td>
                      {said(rule)}
                      <small className="faint" lang={locale === "en" ? undefined : "en"}>
                        {" "}
                        {detail}
                      </small>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};
