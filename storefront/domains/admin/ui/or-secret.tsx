"use client";

import { useLocale } from "next-intl";
import type { ReactNode } from "react";

import { buttonClass } from "../../../ui/button";
import { Icon } from "../../../ui/icon";
import { useForm } from "../../account/ui/form-context";

type OrSecretProps = {
  words: { title: string; once: string; kept: string };
  /** Where one goes on once it is kept. */
  next: string;
  children: ReactNode;
};

const focus = (title: HTMLElement | null) => title?.focus();

/** A secret in place of the form that drew it: this page alone has it, and only now. */
export const OrSecret = ({ words, next, children }: OrSecretProps) => {
  const { secret } = useForm().state;
  const locale = useLocale();
  if (secret === undefined) return children;
  return (
    <div className="codes">
      <h3 tabIndex={-1} ref={focus}>
        {words.title}
      </h3>
      <p>
        <code className="secret">{secret}</code>
      </p>
      <div className="notice notice--warn">
        <Icon name="alert" />
        <div>{words.once}</div>
      </div>
      <p>
        {/* A page of its own: what the form knows must not outlast this one. */}
        <a className={buttonClass()} href={`/${locale}${next}`}>
          {words.kept}
        </a>
      </p>
    </div>
  );
};
