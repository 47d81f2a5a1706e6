import { useFormatter, useTranslations } from "next-intl";

import { Icon } from "../../../ui/icon";

/** Beside a price that may be old, the time at which it was right; nothing beside others. */
export const AsOf = ({ time }: { time: Date | undefined }) => {
  const t = useTranslations("catalogue");
  const format = useFormatter();
  if (!time) return null;
  const clock = format.dateTime(time, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return (
    <span className="asof">
      <Icon name="clock" />
      {t("asOfPrice", { time: clock })}
    </span>
  );
};
