import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { isSlug, readChoices } from "../../../../domains/catalogue/choices";
import { listingMetadata } from "../../../../domains/catalogue/listing";
import { Listing } from "../../../../domains/catalogue/ui/listing";
import { audienceOf } from "../../../../lib/currency";
import type { ShelfPageProps } from "../../../../lib/page";

const read = async ({ params, searchParams }: ShelfPageProps) => {
  const { locale, slug } = await params;
  if (!isSlug(slug)) notFound();
  return { locale, choices: readChoices(await searchParams, { category: slug }) };
};

export const generateMetadata = async (props: ShelfPageProps): Promise<Metadata> => {
  const { locale, choices } = await read(props);
  return listingMetadata(await audienceOf(locale), choices);
};

const CategoryPage = async (props: ShelfPageProps) => <Listing {...await read(props)} />;

export default CategoryPage;
