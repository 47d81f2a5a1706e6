import { getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { Notice } from "../../../ui/notice";

type Props = {
  me: { roles: readonly string[] };
  factor: { enrolled: boolean };
  /** How many they hold: each is a second factor, too. */
  passkeys: number;
};

/** Staff have no rights until they hold a second factor. */
export const StaffNotice = async ({ me, factor, passkeys }: Props) => {
  if (me.roles.length === 0 || factor.enrolled || passkeys > 0) return null;
  const t = await getTranslations("account.secondFactor");
  return (
    <Notice tone="warn" action={<Link href="/account/security/second-factor">{t("begin")}</Link>}>
      {t("staff")}
    </Notice>
  );
};
