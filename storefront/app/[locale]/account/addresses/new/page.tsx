import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { addAddress } from "../../../../../domains/account/actions/addresses";
import { findMe } from "../../../../../domains/account/queries";
import { AddressForm } from "../../../../../domains/account/ui/address-form";
import { Away } from "../../../../../domains/account/ui/away";
import { type PageProps, readPage } from "../../../../../lib/page";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "account.addresses" });
  return { title: t("newTitle") };
};

const NewAddressPage = async (props: PageProps) => {
  const { locale } = await readPage(props);
  const t = await getTranslations("account.addresses");
  const me = await findMe(locale, "/account/addresses/new");
  if (!me) return <Away title={t("newTitle")} />;
  return (
    <>
      <h1 tabIndex={-1}>{t("newTitle")}</h1>
      <AddressForm action={addAddress} values={{ name: me.name, telephone: me.telephone ?? "" }} />
    </>
  );
};

export default NewAddressPage;
