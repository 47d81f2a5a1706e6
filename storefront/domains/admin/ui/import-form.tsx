import { getLocale, getTranslations } from "next-intl/server";

import { buttonClass } from "../../../ui/button";

/** The choice stands before the file, so that it is known before the file has come. */
export const ImportForm = async () => {
  const t = await getTranslations("admin.files");
  return (
    <form
      className="admin-form"
      action={`/admin/imports?locale=${await getLocale()}`}
      method="post"
      encType="multipart/form-data"
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
      <div className="field">
        <label htmlFor="csv">{t("file")}</label>
        <input
          className="input"
          id="csv"
          name="file"
          type="file"
          required
          accept=".csv,text/csv"
          aria-describedby="csv-hint"
        />
        <p className="hint" id="csv-hint">
          {t("fileHint")}
        </p>
      </div>
      <div>
        <button className={buttonClass("act")} type="submit">
          {t("import")}
        </button>
      </div>
    </form>
  );
};
