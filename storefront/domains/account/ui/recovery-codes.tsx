"use client";

import type { ReactNode } from "react";

import { Link } from "../../../i18n/navigation";
import { buttonClass } from "../../../ui/button";
import { Icon } from "../../../ui/icon";
import { useForm } from "./form-context";
import { PrintButton } from "./print-button";

export type RecoveryWords = {
  title: string;
  text: string;
  once: string;
  print: string;
  done: string;
};

const focus = (title: HTMLElement | null) => title?.focus();

/** The codes in place of the form that drew them: this page alone has them, and only now. */
export const OrRecoveryCodes = ({
  words,
  children,
}: {
  words: RecoveryWords;
  children: ReactNode;
}) => {
  const { recoveryCodes } = useForm().state;
  if (!recoveryCodes) return children;
  return (
    <div className="codes">
      <h2 tabIndex={-1} ref={focus}>
        {words.title}
      </h2>
      <p className="measure">{words.text}</p>
      <ol className="codes__list">
        {recoveryCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="notice notice--warn">
        <Icon name="alert" />
        <div>{words.once}</div>
      </div>
      <div className="actions">
        <PrintButton>{words.print}</PrintButton>
        <Link className={buttonClass("quiet")} href="/account/security">
          {words.done}
        </Link>
      </div>
    </div>
  );
};
