import type { Address } from "@jangteo/member/contract";
import { useLocale, useTranslations } from "next-intl";

import { Link } from "../../../i18n/navigation";
import { Button } from "../../../ui/button";
import { Icon } from "../../../ui/icon";
import { inOneLine } from "../../../ui/in-one-line";
import { makeDefault, removeAddress } from "../actions/addresses";

const AddressRow = ({ address }: { address: Address }) => {
  const t = useTranslations("account.addresses");
  const locale = useLocale();
  const { id, name, streetAddress: street } = address;
  const named = (act: string) => `${t("of", { name, street })} ${act}`;
  return (
    <li>
      <Icon name="truck" />
      <div>
        <b>{name}</b>
        <p>{inOneLine(address)}</p>
        <p className="nowrap">{address.telephone}</p>
        {address.isDefault && <span className="status status--done">{t("default")}</span>}
      </div>
      <div className="actions">
        {!address.isDefault && (
          <form action={makeDefault}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="key" value={crypto.randomUUID()} />
            <Button type="submit" look="quiet" aria-label={named(t("makeDefault"))}>
              {t("makeDefault")}
            </Button>
          </form>
        )}
        <Link className="btn" href={`/account/addresses/${id}`} aria-label={named(t("edit"))}>
          {t("edit")}
        </Link>
        <form action={removeAddress}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="locale" value={locale} />
          <Button type="submit" look="danger" aria-label={named(t("remove"))}>
            {t("remove")}
          </Button>
        </form>
      </div>
    </li>
  );
};

export const AddressRows = ({ addresses }: { addresses: readonly Address[] }) => (
  <ul className="rows">
    {addresses.map((address) => (
      <AddressRow key={address.id} address={address} />
    ))}
  </ul>
);
