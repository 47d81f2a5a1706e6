"use client";

import type { Ref } from "react";

import { Icon } from "../../../ui/icon";
import type { Difference } from "../merge";
import type { AdminWords } from "./admin-words";

type DifferencesProps = {
  focus: Ref<HTMLDivElement>;
  prefix: string;
  differences: readonly Difference[];
  labels: Readonly<Record<string, string>>;
  words: AdminWords["stale"];
};

const isTick = ({ was, now }: Difference) =>
  [was, now].every((value) => value === "on" || value === "");

/** What somebody else changed while a form was open. Nothing typed is lost; nothing of theirs is either. */
export const Differences = ({ focus, prefix, differences, labels, words }: DifferencesProps) => {
  // A value that only one of the two has is in no label: it is shown under its own name.
  const shown = differences.filter(
    ({ field }) => labels[field] !== undefined || field.startsWith("option."),
  );
  const said = (one: Difference, value: string) =>
    isTick(one) ? (value === "on" ? words.on : words.off) : value || "–";
  return (
    <div className="stale" role="alert" tabIndex={-1} ref={focus}>
      <div className="notice notice--warn">
        <Icon name="clock" />
        <div>
          <b>{words.title}</b>
          <p>{words.text}</p>
        </div>
      </div>
      {shown.length > 0 && (
        <table className="ledger stale__ledger">
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.was}</th>
              <th scope="col">{words.now}</th>
              <th scope="col">{words.yours}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.field}>
                <th scope="row">
                  <a href={`#${prefix}${one.field}`}>{labels[one.field]}</a>
                </th>
                <td data-label={words.was}>{said(one, one.was)}</td>
                <td data-label={words.now}>{said(one, one.now)}</td>
                <td data-label={words.yours}>
                  {one.yours === undefined ? words.takenOver : said(one, one.yours)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
};
