import { columns, type Cells } from "../csv/row.ts";
import { testProductService } from "../testing.ts";
import { testStaff } from "./staff.ts";

export const testCatalogue = async () => {
  const service = await testProductService();
  return { ...service, ...(await testStaff(service)) };
};
export type Shop = Awaited<ReturnType<typeof testCatalogue>>;

type Told = { pointer: string; rule: string };
type Report = { rows: number; changed: number; unchanged: number; errors: Told[] };
export const send = async ({ app, asStaff }: Shop, csv: string | Uint8Array, mode = "all") => {
  const headers = { ...asStaff, "content-type": "text/csv" };
  const body = typeof csv === "string" ? csv : new Uint8Array(csv);
  const reply = await app.request(`/v1/product-imports?mode=${mode}`, {
    method: "POST",
    headers,
    body,
  });
  return { status: reply.status, ...((await reply.json()) as Report) };
};

export const cells = (fields: Partial<Cells> = {}): Cells => ({
  ...{ slug: "bowl", status: "active", category: "bowls", position: "1" },
  ...{ name_ko: "그릇", name_en: "Bowl", description_ko: "", description_en: "" },
  ...{ material_ko: "", material_en: "", care_ko: "", care_en: "" },
  ...{ attributes: "glaze:celadon", collections: "", options: "" },
  ...{ sku: "BOWL", variant_position: "0", selection: "" },
  ...{ width: "100", height: "60", depth: "100", weight: "250", capacity: "" },
  ...{ price_krw: "30000", price_usd: "", stock: "5" },
  ...fields,
});
const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
export const csvOf = (rows: Cells[]) =>
  [columns.join(","), ...rows.map((row) => columns.map((name) => quote(row[name])).join(","))].join(
    "\n",
  );

/** Options in two sizes, as a cell. */
export const sizes = JSON.stringify([
  {
    ...{ code: "size", name: { ko: "크기", en: "Size" } },
    values: ["s", "m"].map((code) => ({ code, name: { ko: code, en: code } })),
  },
]);
