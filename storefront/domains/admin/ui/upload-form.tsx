import { getLocale, getTranslations } from "next-intl/server";

import { FileForm } from "./file-form";

/** A picture of a product. */
export const UploadForm = async ({ productId }: { productId: string }) => {
  const t = await getTranslations("admin.pictures");
  const search = new URLSearchParams({ locale: await getLocale(), product: productId });
  return (
    <FileForm
      action={`/admin/pictures?${search.toString()}`}
      id="file"
      accept="image/jpeg,image/png,image/webp,image/avif"
      words={{ file: t("file"), hint: t("fileHint"), submit: t("upload") }}
    />
  );
};
