import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";

import { changeAddress } from "../../../../../domains/account/actions/addresses";
import { listAddresses } from "../../../../../domains/account/queries";
import { AddressForm } from "../../../../../domains/account/ui/address-form";
import { Away } from "../../../../../domains/account/ui/away";
import type { Locale } from "../../../../../i18n/routing";

type Props = { params: Promise<{ locale: Locale; id: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "account.addresses" });
  return { title: t("editTitle") };
};

const EditAddressPage = async ({ params }: Props) => {
  const { locale, id } = await params;
  const t = await getTranslations("account.addresses");
  const addresses = await listAddresses(locale, `/account/addresses/${id}`);
  if (!addresses) return <Away title={t("editTitle")} />;
  const address = addresses.find((known) => known.id === id);
  if (!address) notFound();
  const { id: _, isDefault, ...texts } = address;
  const values = Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [field, text ?? ""]),
  );
  return (
    <>
      <h1 tabIndex={-1}>{t("editTitle")}</h1>
      <AddressForm
        action={changeAddress}
        values={{ ...values, isDefault: isDefault ? "on" : "" }}
        hidden={{ id }}
      />
    </>
  );
};

export default EditAddressPage;
