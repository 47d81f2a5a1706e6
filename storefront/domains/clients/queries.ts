import "server-only";
import type { Locale } from "../../i18n/routing";
import { readAsStaff } from "../admin/admission";

/** The programs that may ask the API in their own name; null while they cannot be read. */
export const listClients = async (locale: Locale) => {
  const reply = await readAsStaff(locale, "/admin/clients", (staff) => staff["api-clients"].$get());
  return reply?.status === 200 ? (await reply.json()).items : null;
};

export const findClient = async (locale: Locale, id: string) => {
  const reply = await readAsStaff(locale, `/admin/clients/${id}`, (staff) =>
    staff["api-clients"][":id"].$get({ param: { id } }),
  );
  return reply?.status === 200 ? await reply.json() : null;
};
export type ApiClient = NonNullable<Awaited<ReturnType<typeof findClient>>>;
