import "server-only";
import type { Locale } from "../../i18n/routing";
import { readAsStaff, readIfMay } from "./admission";

export type Choice = {
  q?: string | undefined;
  status?: "draft" | "active" | "archived" | undefined;
  availability?: "low_stock" | "sold_out" | undefined;
  category?: string | undefined;
  collection?: string | undefined;
  after?: string | undefined;
};

export const listRecords = async (locale: Locale, back: string, choice: Choice, limit = 50) => {
  const query = { ...choice, limit };
  const reply = await readAsStaff(locale, back, (staff) =>
    staff.catalogue.products.$get({ query }),
  );
  return reply?.status === 200 ? await reply.json() : null;
};
type Records = NonNullable<Awaited<ReturnType<typeof listRecords>>>;
export type Row = Records["items"][number];

export const findRecord = async (locale: Locale, back: string, id: string) => {
  const reply = await readAsStaff(locale, back, (staff) =>
    staff.catalogue.products[":id"].$get({ param: { id } }),
  );
  return reply?.status === 200 ? await reply.json() : null;
};
export type Product = NonNullable<Awaited<ReturnType<typeof findRecord>>>;
export type Variant = Product["variants"][number];
export type Price = Variant["prices"][number];

export const findVocabulary = async (locale: Locale, back: string) => {
  const reply = await readAsStaff(locale, back, (staff) => staff.catalogue.vocabulary.$get());
  return reply?.status === 200 ? await reply.json() : null;
};
export type Vocabulary = NonNullable<Awaited<ReturnType<typeof findVocabulary>>>;

const few = 6;

const fewOf = (query: Omit<Choice, "q" | "after">) =>
  readIfMay((staff) => staff.catalogue.products.$get({ query: { ...query, limit: few } }));

/** The figures of the shelves, and a few products that want something; undefined for whom they are not. */
export const readShelves = async () => {
  const active = { status: "active" } as const;
  const [figures, gone, low, drafts] = await Promise.all([
    readIfMay((staff) => staff.catalogue.figures.$get()),
    fewOf({ ...active, availability: "sold_out" }),
    fewOf({ ...active, availability: "low_stock" }),
    fewOf({ status: "draft" }),
  ]);
  if (figures === undefined) return undefined;
  if (figures?.status !== 200 || gone?.status !== 200) return null;
  if (low?.status !== 200 || drafts?.status !== 200) return null;
  return {
    counts: await figures.json(),
    ...{ gone: await gone.json(), low: await low.json(), drafts: await drafts.json() },
  };
};

export const findFigures = async (locale: Locale, back: string) => {
  const reply = await readAsStaff(locale, back, (staff) => staff.catalogue.figures.$get());
  return reply?.status === 200 ? await reply.json() : null;
};

export const findStock = async (locale: Locale, back: string, id: string) => {
  const reply = await readAsStaff(locale, back, (staff) =>
    staff.variants[":id"].stock.$get({ param: { id } }),
  );
  return reply?.status === 200 ? await reply.json() : null;
};
export type Stock = NonNullable<Awaited<ReturnType<typeof findStock>>>;
