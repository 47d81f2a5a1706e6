import { csvHeaders } from "@jangteo/shared/csv";
import type { AppError } from "@jangteo/shared/problem";

import * as contract from "../contract.ts";
import { exportProducts } from "../csv/export.ts";
import { importProducts } from "../csv/import.ts";
import { answerInTime } from "../long-answer.ts";
import { asJson, type App, type Parts } from "./parts.ts";

async function* textOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  for await (const piece of body ?? []) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

const refused = ({ details: { errors = [] } }: AppError) => ({
  ...{ rows: 0, changed: 0, unchanged: 0 },
  errors,
});

export const csvRoutes = (app: App, { db, clock }: Parts) => {
  app.openapi(contract.importProducts, async (c) => {
    const settings = { ...c.req.valid("query"), actor: c.var.identity.sub, now: clock() };
    const work = importProducts(db, textOf(c.req.raw.body), settings);
    c.set("lasting", work);
    return asJson<contract.ImportReport>(await answerInTime(work, refused));
  });
  app.openapi(contract.exportProducts, async (c) => {
    const { body, ended } = await exportProducts(db, clock());
    c.set("lasting", ended);
    return c.body(body, 200, csvHeaders("products"));
  });
};
