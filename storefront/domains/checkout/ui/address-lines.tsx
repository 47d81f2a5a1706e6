import type { Checkout } from "@jangteo/order/contract";
import { useLocale } from "next-intl";

type Address = NonNullable<Checkout["shippingAddress"]>;

/** An address as one writes it, in one line. */
export const inOneLine = (address: Omit<Address, "name" | "telephone" | "addressCountry">) =>
  [
    address.postalCode,
    address.addressRegion,
    address.addressLocality,
    address.streetAddress,
    address.extendedAddress,
  ]
    .filter(Boolean)
    .join(" ");

/** Who gets it, and where. */
export const AddressLines = ({ address }: { address: Address }) => {
  const countries = new Intl.DisplayNames(useLocale(), { type: "region" });
  const { name, telephone, addressCountry } = address;
  return (
    <address className="address">
      <b>{name}</b>
      <span>{inOneLine(address)}</span>
      {addressCountry !== "KR" && <span>{countries.of(addressCountry)}</span>}
      <span className="nowrap">{telephone}</span>
    </address>
  );
};
