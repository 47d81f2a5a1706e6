import type { ReactNode } from "react";

import { Icon, type IconName } from "./icon";

type Tone = "plain" | "warn" | "danger" | "ok";

const roles = { polite: "status", assertive: "alert" } as const;

const icons: Record<Tone, IconName> = {
  plain: "info",
  warn: "clock",
  danger: "alert",
  ok: "check",
};

type NoticeProps = {
  tone?: Tone;
  /** Announced when it appears: politely, or at once. */
  live?: "polite" | "assertive";
  action?: ReactNode;
  children: ReactNode;
};

/** Says what happened, what is safe and what to do. */
export const Notice = ({ tone = "plain", live, action, children }: NoticeProps) => (
  <div
    className={tone === "plain" ? "notice" : `notice notice--${tone}`}
    role={live && roles[live]}
  >
    <Icon name={icons[tone]} />
    <div>{children}</div>
    {action}
  </div>
);
