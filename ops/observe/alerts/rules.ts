import { type Alert, runbookOf } from "./alert.ts";
import { budgetAlerts, budgetRecordings } from "./budgets.ts";
import { causeAlerts } from "./causes.ts";

export const alerts: readonly Alert[] = [...budgetAlerts, ...causeAlerts];

export const ruleOf = ({ name, runbook, expr, for: held, severity, ...told }: Alert) => ({
  alert: name,
  expr,
  ...(held && { for: held }),
  labels: { severity },
  annotations: {
    summary: told.summary,
    description: told.description,
    runbook_url: runbookOf({ name, ...(runbook && { runbook }) }),
  },
});

/** The file that Prometheus reads; JSON is YAML. */
export const rules = {
  groups: [
    { name: "budgets", interval: "30s", rules: [...budgetRecordings, ...budgetAlerts.map(ruleOf)] },
    { name: "causes", rules: causeAlerts.map(ruleOf) },
  ],
};
