"use client";

import type { Ref } from "react";

import { Icon } from "../../../ui/icon";
import type { FormNotice } from "../forms";
import { Countdown } from "./countdown";
import type { FormWords } from "./form-words";

type Props = {
  focus: Ref<HTMLDivElement>;
  prefix: string;
  errors: readonly (readonly [field: string, text: string])[];
  notice: FormNotice | undefined;
  words: FormWords;
};

/** Stands above the form and takes focus after a failed attempt; each link leads to its field. */
export const ErrorSummary = ({ focus, prefix, errors, notice, words }: Props) => {
  if (errors.length === 0 && !notice) return null;
  const tone = errors.length > 0 ? "danger" : notice?.tone;
  return (
    <div className={`notice notice--${tone}`} role="alert" tabIndex={-1} ref={focus}>
      <Icon name={tone === "warn" ? "clock" : "alert"} />
      {errors.length > 0 ? (
        <div>
          <b>{words.fix[errors.length - 1]}</b>
          <ul>
            {errors.map(([field, text]) => (
              <li key={field}>
                <a href={`#${prefix}${field}`}>{text}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <div>
          {notice?.wait === undefined ? (
            notice?.text
          ) : (
            <Countdown notice={notice} seconds={notice.wait} words={words} />
          )}
          {notice?.trace && (
            <p className="tiny">{words.trace.replace("{id}", notice.trace.slice(0, 13))}</p>
          )}
        </div>
      )}
    </div>
  );
};
