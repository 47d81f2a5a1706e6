import { LRUCache } from "lru-cache";

import { active, processMetrics, settledBy, timing } from "./process-metrics.ts";
import { beginHere, spanned } from "./spans.ts";

const system = "postgresql";
const longest = 2000;

type Summary = { operation: string; name: string; text: string };
const summaries = new LRUCache<string, Summary>({ max: 500 });

const verb = /^\s*(?:with\b[\s\S]*?\)\s*)?(select|insert|update|delete)\b/i;
const target = /\b(?:from|into|update)\s+(?:"?\w+"?\.)?"?(\w+)"?/i;

/** What a statement does and to which table, as far as a glance tells; the text holds no values. */
const summaryOf = (text: string): Summary => {
  const known = summaries.get(text);
  if (known) return known;
  const operation = (verb.exec(text)?.[1] ?? /^\s*(\w+)/.exec(text)?.[1] ?? "other").toLowerCase();
  const name = [operation, target.exec(text)?.[1]].filter(Boolean).join(" ");
  const summary = { operation, name, text: text.slice(0, longest) };
  summaries.set(text, summary);
  return summary;
};

const count = (more: number) => active.set(system, (active.get(system) ?? 0) + more);

/** Counts a statement and makes it a span of the present trace, from when it is asked until it is answered. */
export const watchStatement = <Q extends Promise<unknown>>(text: string, query: Q): Q => {
  const { operation, name, text: told } = summaryOf(text);
  const span = beginHere(name, "client", {
    "db.system.name": "postgresql",
    "db.operation.name": operation,
    "db.query.text": told,
  });
  count(1);
  const labels = { db_system_name: system, db_operation_name: operation };
  const end = timing(processMetrics.storeCalls, labels, span);
  const settle = (ending: { failure?: unknown }) => {
    count(-1);
    end(ending);
  };
  settledBy(query, settle);
  return query;
};

/** Makes a transaction a span around its statements: what lies between them is its beginning and its end. */
export const watchTransaction = <T>(work: () => Promise<T>): Promise<T> =>
  spanned("transaction", "internal", { "db.system.name": "postgresql" }, work);
