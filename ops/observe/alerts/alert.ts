/** A series as promtool writes it: name with labels, and its values one by one (`0+60x10`). */
export type Series = readonly [series: string, values: string];

export type Alert = {
  name: string;
  /** The runbook's name where several alerts share one. */
  runbook?: string;
  expr: string;
  /** How long it must hold before somebody hears of it. */
  for?: string;
  /** A page wakes somebody up, a ticket waits for the morning. */
  severity: "page" | "ticket";
  summary: string;
  description: string;
  /** What must make it fire, and what must not: after ten minutes, or as many as `after` says. */
  fires: readonly Series[];
  stays: readonly Series[];
  after?: number;
  /** Minutes between two values; one unless it is said. */
  step?: number;
};

/** A rule that writes down what several others ask for. */
export type Recording = { record: string; expr: string };

export const runbookOf = ({ name, runbook = name }: Pick<Alert, "name" | "runbook">) =>
  `docs/runbooks/${runbook.replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}.md`;
