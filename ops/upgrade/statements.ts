/** Why an older version that still serves cannot live with a statement, or has to wait for it. */
type Rule = { breaks: string; pattern: RegExp };

const rules: readonly Rule[] = [
  { breaks: "drops what is read", pattern: /\bdrop (table|column|schema|type|view|sequence)\b/i },
  { breaks: "renames what is used", pattern: /\brename (to|column|constraint)\b/i },
  { breaks: "moves what is used", pattern: /\bset schema\b/i },
  { breaks: "changes a type", pattern: /\balter (column )?\S+ (set data )?type\b/i },
  { breaks: "asks for a value that is not written", pattern: /\bset not null\b/i },
  { breaks: "drops a default that is relied on", pattern: /\bdrop default\b/i },
  {
    breaks: "adds a column that is not written",
    pattern: /\badd column\b(?!.*\bdefault\b)(?=.*\bnot null\b)/is,
  },
  {
    breaks: "locks writers out while every row is looked at",
    pattern: /\badd constraint\b(?!.*\bnot valid\b)(?!.*\busing index\b)/is,
  },
  {
    breaks: "locks writers out while an index is made",
    pattern: /\bcreate (unique )?index (?!concurrently)/i,
  },
  { breaks: "drops what makes reading quick", pattern: /\bdrop index\b/i },
  { breaks: "holds every row that it changes", pattern: /^\s*(update|delete from)\b/im },
  { breaks: "takes away what is there", pattern: /\btruncate\b|\brevoke\b/i },
];

const name = /(?:"?[\w]+"?\.)?"?([\w]+)"?/.source;
const created = new RegExp(`\\bcreate table (?:if not exists )?${name}`, "gi");
const subject = new RegExp(
  `\\b(?:alter table|index \\S+ on|index "[^"]*" on|update|delete from) (?:if exists |only )?${name}`,
  "i",
);

/** Of a migration's statements, those that do not only add; what it made itself nobody uses yet. */
export const contractsIn = (sql: string): string[] => {
  const fresh = new Set([...sql.matchAll(created)].map(([, table = ""]) => table));
  return sql.split("--> statement-breakpoint").flatMap((statement) => {
    const text = statement.replaceAll(/^\s*--.*$/gm, "").trim();
    const table = subject.exec(text)?.[1];
    if (table !== undefined && fresh.has(table)) return [];
    return rules.flatMap(({ breaks, pattern }) => (pattern.test(text) ? [breaks] : []));
  });
};
