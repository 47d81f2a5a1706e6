import "server-only";
import { hasLocale } from "next-intl";
import { z } from "zod";

import { routing } from "../../i18n/routing";
import { openForm } from "../../lib/multipart";
import { store } from "../../lib/server";
import { hidOf } from "../../lib/session/handle";
import { admit, drain, exchangeFile, seeOther } from "../../lib/staff-files";
import { visitor } from "../../lib/visitor";

const hour = 3_600_000;
const largestPicture = 16 * 2 ** 20;
/** The gateway takes files of 64 MiB; around one, a form has its fields. */
const largestForm = 64 * 2 ** 20 + 16 * 1024;

const Errors = z.array(z.object({ pointer: z.string(), rule: z.string(), detail: z.string() }));
const Report = z.object({
  mode: z.enum(["all", "rows"]),
  rows: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  errors: Errors,
});
export type Report = z.infer<typeof Report>;
const TakenIn = Report.omit({ mode: true });
const Refused = z.object({ errors: Errors });
const Kept = z.object({ file: z.string(), url: z.string() });

const localeOf = (request: Request) => {
  const asked = new URL(request.url).searchParams.get("locale");
  return hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
};
const loginFor = (locale: string, page: string) =>
  `/${locale}/login?again=1&next=${encodeURIComponent(page)}`;

const reportOf = async (reply: Response, mode: Report["mode"]): Promise<Report | undefined> => {
  const body: unknown = await reply.json().catch(() => undefined);
  const taken = reply.ok ? TakenIn.safeParse(body).data : undefined;
  if (taken) return { mode, ...taken };
  const refused = reply.status === 400 ? Refused.safeParse(body).data : undefined;
  return refused && { mode, rows: 0, changed: 0, unchanged: 0, ...refused };
};

/** Takes in a CSV as it comes, and leads to the report. */
export const importFile = async (request: Request) => {
  const locale = localeOf(request);
  const page = `/${locale}/admin/files`;
  const admitted = await admit(request, loginFor(locale, page));
  if ("refusal" in admitted) return admitted.refusal;
  const refuse = async (why: string) => {
    await drain(request.body);
    return seeOther(`${page}?failed=${why}`);
  };
  if (Number(request.headers.get("content-length") ?? 0) > largestForm) return refuse("size");
  const form = await openForm(request);
  if (!form) return refuse("form");
  const mode = form.fields["mode"] === "rows" ? "rows" : "all";
  const path = `/v1/product-imports?mode=${mode}`;
  const reply = await exchangeFile(admitted, path, { type: "text/csv", body: form.file });
  await form.rest();
  if (!reply) return seeOther(`${page}?failed=away`);
  if (reply.status === 413) return seeOther(`${page}?failed=size`);
  const report = await reportOf(reply, mode);
  if (!report) return seeOther(`${page}?failed=away`);
  const id = crypto.randomUUID();
  try {
    await store().keep(hidOf(admitted.who.handle ?? ""), id, JSON.stringify(report), hour);
  } catch {
    // Sending the file again changes nothing, and then tells what it came to.
    return seeOther(`${page}?failed=away`);
  }
  return seeOther(`${page}?report=${id}`);
};

/** The report of an import by this browser, for an hour. */
export const findReport = async (id: string) => {
  const { handle } = await visitor();
  const kept = await store()
    .kept(hidOf(handle ?? ""), id)
    .catch(() => null);
  return kept === null ? undefined : Report.safeParse(JSON.parse(kept)).data;
};

type Download = {
  /** The page that offers it, without the language. */
  page: string;
  /** Of the API. */
  path: string;
  name: string;
  /** What whoever may have it is permitted to read. */
  ask?: Parameters<typeof admit>[2];
};

/** A file of the API, as it comes. */
export const download = async (request: Request, { page, path, name, ask }: Download) => {
  const locale = localeOf(request);
  const admitted = await admit(request, loginFor(locale, `/${locale}${page}`), ask);
  if ("refusal" in admitted) return admitted.refusal;
  const reply = await exchangeFile(admitted, path);
  if (!reply?.ok) return seeOther(`/${locale}${page}?failed=away`);
  const day = new Date().toISOString().slice(0, 10);
  return new Response(reply.body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="jangteo-${name}-${day}.csv"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
};

/** The whole catalogue. */
export const exportFile = (request: Request) =>
  download(request, { page: "/admin/files", path: "/v1/product-exports", name: "products" });

const reasons = ["type", "broken", "too_large", "too_small"] as const;

/** Keeps a picture, and leads on to where it is described; a refused one back, with the reason. */
export const uploadPicture = async (request: Request) => {
  const locale = localeOf(request);
  const product = new URL(request.url).searchParams.get("product") ?? "";
  const page = `/${locale}/admin/products/${z.uuid().safeParse(product).data ?? ""}/pictures`;
  const admitted = await admit(request, loginFor(locale, page));
  if ("refusal" in admitted) return admitted.refusal;
  const { body, headers } = request;
  const refuse = async (why: string) => {
    await drain(body);
    return seeOther(`${page}?refused=${why}`);
  };
  if (Number(headers.get("content-length") ?? 0) > largestPicture) return refuse("heavy");
  const type = headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data") || body === null) return refuse("none");
  const reply = await exchangeFile(admitted, "/v1/media", { type, body });
  if (!reply) return seeOther(`${page}?refused=away`);
  const answer: unknown = await reply.json().catch(() => undefined);
  const kept = reply.ok ? Kept.safeParse(answer).data : undefined;
  if (kept) return seeOther(`${page}/new?${new URLSearchParams(kept).toString()}`);
  if (reply.status === 413) return seeOther(`${page}?refused=heavy`);
  const rule = Refused.safeParse(answer).data?.errors[0]?.rule;
  const why = reasons.find((one) => one === rule) ?? (reply.status === 400 ? "none" : "away");
  return seeOther(`${page}?refused=${why}`);
};
