import { getLocale, getTranslations } from "next-intl/server";

import { FileForm } from "./file-form";

/** A catalogue as CSV, and what is to be done where a row of it is wrong. */
export const ImportForm = async () => {
  const t = await getTranslations("admin.files");
  return (
    <FileForm
      action={`/admin/imports?locale=${await getLocale()}`}
      id="csv"
      accept=".csv,text/csv"
      words={{ file: t("file"), hint: t("fileHint"), submit: t("import") }}
    >
      <fieldset className="choice">
        <legend className="sr">{t("mode")}</legend>
        {(["all", "rows"] as const).map((mode) => (
          <label key={mode}>
            <input type="radio" name="mode" value={mode} defaultChecked={mode === "all"} />
            <span>{t(`modes.${mode}`)}</span>
            <small>{t(`modeHints.${mode}`)}</small>
          </label>
        ))}
      </fieldset>
    </FileForm>
  );
};
