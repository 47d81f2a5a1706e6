import type { Language } from "./contract.ts";

export type Mail = { subject: string; text: string; html: string };
/** What a letter says; `rows` are what is counted up in it, each a name and an amount. */
export type Words = {
  subject: string;
  lines: string[];
  rows?: [string, string][];
  action?: string;
  after?: string[];
};

const escape = (value: string) =>
  value.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

const escapeLines = (value: string) => escape(value).replaceAll("\n", "<br>");

const paragraph = (line: string) => `<p style="margin:0 0 16px">${escapeLines(line)}</p>`;

const table = (rows: [string, string][]) =>
  rows.length === 0
    ? ""
    : `<table style="width:100%;margin:0 0 24px;border-collapse:collapse">${rows
        .map(
          ([name, amount]) =>
            `<tr><td style="padding:4px 16px 4px 0">${escapeLines(name)}</td><td style="padding:4px 0;text-align:right;white-space:nowrap;vertical-align:top">${escape(amount)}</td></tr>`,
        )
        .join("")}</table>`;

/** A letter as text and as HTML. Whatever was typed is escaped, and nothing is fetched when it is read. */
export const compose = (
  { subject, lines, rows = [], action, after = [] }: Words,
  link?: string,
): Mail => {
  const shown = link && action ? [`${action}:\n${link}`] : [];
  const counted = rows.length > 0 ? [rows.map((row) => row.join(": ")).join("\n")] : [];
  const button =
    link && action
      ? `<p style="margin:0 0 24px"><a href="${escape(link)}" style="display:inline-block;padding:12px 24px;background:#21493e;color:#fbf9f2;text-decoration:none;border-radius:2px">${escape(action)}</a></p>`
      : "";
  return {
    subject,
    text: [...lines, ...counted, ...shown, ...after].join("\n\n"),
    html:
      `<div style="max-width:36rem;padding:32px;background:#f5f1e8;color:#1d1b18;font:16px/1.7 sans-serif">` +
      `${lines.map(paragraph).join("")}${table(rows)}${button}${after.map(paragraph).join("")}</div>`,
  };
};

export const greeting: Record<Language, (name: string) => string> = {
  ko: (name) => `${name} 님께`,
  en: (name) => `Dear ${name},`,
};
