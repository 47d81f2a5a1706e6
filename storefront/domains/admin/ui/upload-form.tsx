import { getLocale, getTranslations } from "next-intl/server";

import { buttonClass } from "../../../ui/button";

/** A file goes by a route of its own, which passes it on as it comes; a page would hold all of it. */
export const UploadForm = async ({ productId }: { productId: string }) => {
  const t = await getTranslations("admin.pictures");
  const search = new URLSearchParams({ locale: await getLocale(), product: productId });
  return (
    <form
      className="admin-form"
      action={`/admin/pictures?${search.toString()}`}
      method="post"
      encType="multipart/form-data"
    >
      <div className="field">
        <label htmlFor="file">{t("file")}</label>
        <input
          className="input"
          id="file"
          name="file"
          type="file"
          required
          accept="image/jpeg,image/png,image/webp,image/avif"
          aria-describedby="file-hint"
        />
        <p className="hint" id="file-hint">
          {t("fileHint")}
        </p>
      </div>
      <div>
        <button className={buttonClass("act")} type="submit">
          {t("upload")}
        </button>
      </div>
    </form>
  );
};
