import { alerts } from "./alerts/rules.ts";
import { boards } from "./boards/boards.ts";

const words = new Set(["and", "or", "unless", "by", "without", "ignoring", "on", "bool"]);

/** Every expression that an alert or a board asks, of one service where it asks of a chosen one. */
export const expressions = [
  ...alerts.map(({ expr }) => expr),
  ...boards.flatMap(({ panels }) => panels.flatMap(({ exprs }) => exprs.map(([expr]) => expr))),
].map((expr) => expr.replaceAll("$job", "order"));

/** The metrics that an expression names: what is left of it without labels, groupings, durations and functions. */
export const metricsIn = (expr: string) =>
  [
    ...expr
      .replaceAll(/"[^"]*"/g, "")
      .replaceAll(/\{[^}]*\}|\[[^\]]*\]/g, "")
      .replaceAll(/\b(?:by|without|ignoring|on) \([^)]*\)/g, "")
      .matchAll(/(?<![\w.:])([a-z_][\w:]*)(?!\w* *\()/gi),
  ].flatMap(([, name = ""]) => (words.has(name) ? [] : [name]));
