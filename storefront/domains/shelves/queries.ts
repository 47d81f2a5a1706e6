import "server-only";
import type { Locale } from "../../i18n/routing";
import { readAsStaff } from "../admin/admission";

/** The tree of categories as staff keep it, parents first; null while it cannot be read. */
export const listCategories = async (locale: Locale, back = "/admin/categories") => {
  const reply = await readAsStaff(locale, back, (staff) => staff.catalogue.categories.$get());
  return reply?.status === 200 ? (await reply.json()).items : null;
};
export type Category = NonNullable<Awaited<ReturnType<typeof listCategories>>>[number];

export const listCollections = async (locale: Locale) => {
  const reply = await readAsStaff(locale, "/admin/collections", (staff) =>
    staff.catalogue.collections.$get(),
  );
  return reply?.status === 200 ? (await reply.json()).items : null;
};

export const findCollection = async (locale: Locale, slug: string) => {
  const reply = await readAsStaff(locale, `/admin/collections/${slug}`, (staff) =>
    staff.catalogue.collections[":slug"].$get({ param: { slug } }),
  );
  return reply?.status === 200 ? await reply.json() : null;
};
export type Collection = NonNullable<Awaited<ReturnType<typeof findCollection>>>;
