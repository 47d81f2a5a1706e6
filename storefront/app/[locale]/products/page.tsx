import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";

import { listingHref, readChoices } from "../../../domains/catalogue/choices";
import { listingMetadata } from "../../../domains/catalogue/listing";
import { Listing } from "../../../domains/catalogue/ui/listing";
import { audienceOf } from "../../../lib/currency";
import type { PageProps } from "../../../lib/page";

export const generateMetadata = async ({ params, searchParams }: PageProps): Promise<Metadata> => {
  const { locale } = await params;
  return listingMetadata(await audienceOf(locale), readChoices(await searchParams));
};

/** The whole shop, or what a search finds in it; a category has an address of its own. */
const ProductsPage = async ({ params, searchParams }: PageProps) => {
  const { locale } = await params;
  const choices = readChoices(await searchParams);
  if (choices.category !== null) permanentRedirect(`/${locale}${listingHref(choices)}`);
  return <Listing locale={locale} choices={choices} />;
};

export default ProductsPage;
