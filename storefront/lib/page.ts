import type { Locale } from "../i18n/routing";

export type PageProps = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** A page about one shelf of the shop. */
export type ShelfPageProps = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: PageProps["searchParams"];
};

/** The language of a page, and what its address asks for, where it asks once. */
export const readPage = async ({ params, searchParams }: PageProps) => {
  const { locale } = await params;
  const search = await searchParams;
  const asked = (name: string) => {
    const value = search[name];
    return typeof value === "string" ? value : undefined;
  };
  return { locale, asked };
};
