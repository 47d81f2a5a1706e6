/** One question, one picture: in Grafana's own units (`s`, `reqps`, `percentunit`, `bytes`, `short`). */
export type Panel = {
  title: string;
  unit: string;
  /** PromQL, and how each of its series is called. */
  exprs: readonly (readonly [expr: string, legend: string])[];
  kind?: "timeseries" | "stat";
  /** Of 24 columns. */
  width?: number;
  description?: string;
};
export type Board = { uid: string; title: string; panels: readonly Panel[]; perService?: boolean };

/** The services that an operator may choose from. */
const service = {
  name: "job",
  label: "Service",
  type: "query",
  datasource: { type: "prometheus", uid: "prometheus" },
  query: "label_values(http_server_request_duration_seconds_count, job)",
  refresh: 2,
};

const height = 8;
const columns = 24;

type Placed = { panel: Panel; x: number; y: number; width: number };

/** From left to right, and on to the next row when one is full. */
const place = (panels: readonly Panel[]) =>
  panels.reduce<Placed[]>((placed, panel) => {
    const { width = 12 } = panel;
    const last = placed.at(-1);
    const right = last ? last.x + last.width : 0;
    const fits = right + width <= columns;
    const y = last === undefined ? 0 : fits ? last.y : last.y + height;
    return [...placed, { panel, x: fits ? right : 0, y, width }];
  }, []);

/** The JSON that Grafana provisions. */
export const toGrafana = ({ uid, title, panels, perService = false }: Board) => ({
  uid,
  title: `Jangteo: ${title}`,
  tags: ["jangteo"],
  schemaVersion: 39,
  editable: false,
  refresh: "10s",
  time: { from: "now-1h", to: "now" },
  timezone: "browser",
  templating: { list: perService ? [service] : [] },
  links: [
    { type: "dashboards", tags: ["jangteo"], asDropdown: true, title: "Boards", keepTime: true },
  ],
  panels: place(panels).map(({ panel, x, y, width }, at) => ({
    id: at + 1,
    type: panel.kind ?? "timeseries",
    title: panel.title,
    ...(panel.description && { description: panel.description }),
    gridPos: { h: height, w: width, x, y },
    datasource: { type: "prometheus", uid: "prometheus" },
    fieldConfig: { defaults: { unit: panel.unit, min: 0 }, overrides: [] },
    targets: panel.exprs.map(([expr, legendFormat], index) => ({
      refId: String.fromCodePoint(65 + index),
      expr,
      legendFormat,
      exemplar: expr.includes("_bucket"),
    })),
  })),
});
