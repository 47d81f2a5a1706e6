import { type Alert, runbookOf } from "./alert.ts";
import { budgetAlerts, budgetRecordings } from "./budgets.ts";
import { causeAlerts } from "./causes.ts";

export const alerts: readonly Alert[] = [...budgetAlerts, ...causeAlerts];

export const ruleOf = ({ name, expr, for: held, severity, summary, description }: Alert) => ({
  alert: name,
  expr,
  ...(held && { for: held }),
  labels: { severity },
  annotations: { summary, description, runbook_url: runbookOf(name) },
});

/** The file that Prometheus reads; JSON is YAML. */
export const rules = {
  groups: [
    { name: "budgets", interval: "30s", rules: [...budgetRecordings, ...budgetAlerts.map(ruleOf)] },
    { name: "causes", rules: causeAlerts.map(ruleOf) },
  ],
};
