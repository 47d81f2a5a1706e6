import type { Session } from "@jangteo/auth/contract";
import { useFormatter, useLocale, useTranslations } from "next-intl";

import { Button } from "../../../ui/button";
import { Icon } from "../../../ui/icon";
import { endDevice } from "../actions/devices";
import { describeDevice } from "../device";

const DeviceRow = ({ device }: { device: Session }) => {
  const t = useTranslations("account.security");
  const format = useFormatter();
  const locale = useLocale();
  const { browser, system, isHandheld } = describeDevice(device.userAgent);
  const names = [system && t(`systems.${system}`), browser && t(`browsers.${browser}`)];
  const name = names.filter(Boolean).join(", ") || t("unknownDevice");
  const seen = format.dateTime(new Date(device.lastSeenAt), {
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return (
    <li>
      <Icon name={isHandheld ? "phone" : "laptop"} />
      <div>
        <b>{device.current ? `${t("thisDevice")} · ${name}` : name}</b>
        <p>
          <span className="nowrap">{device.ipAddress}</span> · {device.current ? t("now") : seen}
        </p>
      </div>
      {device.current ? (
        <span className="status status--done">{t("thisDevice")}</span>
      ) : (
        <form action={endDevice}>
          <input type="hidden" name="id" value={device.id} />
          <input type="hidden" name="locale" value={locale} />
          <Button type="submit" aria-label={t("endNamed", { device: name })}>
            {t("endOne")}
          </Button>
        </form>
      )}
    </li>
  );
};

export const DeviceRows = ({ devices }: { devices: readonly Session[] }) => (
  <ul className="rows">
    {devices.map((device) => (
      <DeviceRow key={device.id} device={device} />
    ))}
  </ul>
);
