"use client";

import { type ReactNode, useEffect, useRef } from "react";

import { Icon } from "../../../ui/icon";

/** What came of a form, after the page it led to: takes focus, so that it is read first. */
export const Told = ({ bad = false, children }: { bad?: boolean; children: ReactNode }) => {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <div className={`notice notice--${bad ? "danger" : "ok"}`} tabIndex={-1} ref={notice}>
      <Icon name={bad ? "alert" : "check"} />
      <div>{children}</div>
    </div>
  );
};
