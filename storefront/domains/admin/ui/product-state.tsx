import { useTranslations } from "next-intl";

const looks = { draft: "status--now", active: "status--done", archived: "" } as const;

export const ProductStatus = ({ status }: { status: keyof typeof looks }) => {
  const t = useTranslations("admin.status");
  return <span className={`status ${looks[status]}`.trim()}>{t(status)}</span>;
};

/** How many are left, and in words whether they are few. */
export const Left = ({ units, sold = true }: { units: number; sold?: boolean }) => {
  const t = useTranslations("admin.left");
  if (!sold || units > 3) return <span className="num">{units}</span>;
  if (units > 0) return <span className="status status--wait">{t("few", { units })}</span>;
  return <span className="status status--bad">{t("none")}</span>;
};
