import type { Checkout } from "@jangteo/order/contract";
import { useLocale } from "next-intl";

import { inOneLine } from "../../../ui/in-one-line";

type Address = NonNullable<Checkout["shippingAddress"]>;

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
