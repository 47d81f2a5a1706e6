import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { listAddresses } from "../../../../domains/account/queries";
import { AddressRows } from "../../../../domains/account/ui/address-rows";
import { Away } from "../../../../domains/account/ui/away";
import { Told } from "../../../../domains/account/ui/told";
import { Link } from "../../../../i18n/navigation";
import { type PageProps, readPage } from "../../../../lib/page";
import { buttonClass } from "../../../../ui/button";
import { EmptyShelf } from "../../../../ui/empty-shelf";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "account.addresses" });
  return { title: t("title") };
};

const outcomes = ["added", "changed", "removed", "failed"] as const;

const AddressesPage = async (props: PageProps) => {
  const { locale, asked } = await readPage(props);
  const t = await getTranslations("account.addresses");
  const addresses = await listAddresses(locale, "/account/addresses");
  if (!addresses) return <Away title={t("title")} />;
  const done = outcomes.find((outcome) => outcome === asked("done"));
  const add = (
    <Link className={buttonClass()} href="/account/addresses/new">
      {t("add")}
    </Link>
  );
  return (
    <>
      <h1 tabIndex={-1}>{t("title")}</h1>
      {done && (
        <Told key={crypto.randomUUID()} bad={done === "failed"}>
          {t(done)}
        </Told>
      )}
      <section className="panel">
        {addresses.length === 0 ? (
          <EmptyShelf>
            <h2>{t("none")}</h2>
            <p className="soft measure">{t("noneText")}</p>
            {add}
          </EmptyShelf>
        ) : (
          <>
            <AddressRows addresses={addresses} />
            <p className="panel__text">{add}</p>
          </>
        )}
      </section>
    </>
  );
};

export default AddressesPage;
