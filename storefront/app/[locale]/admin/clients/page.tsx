import "../../../../ui/styles/security.css";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../domains/account/ui/away";
import { listClients } from "../../../../domains/clients/queries";
import { RegisterClient } from "../../../../domains/clients/ui/client-forms";
import { ClientLedger } from "../../../../domains/clients/ui/client-ledger";
import { type PageProps, readPage } from "../../../../lib/page";
import { EmptyShelf } from "../../../../ui/empty-shelf";

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const t = await getTranslations({ ...(await params), namespace: "admin.clients" });
  return { title: t("title") };
};

const ClientsPage = async (props: PageProps) => {
  const { locale } = await readPage(props);
  const t = await getTranslations("admin.clients");
  const clients = await listClients(locale);
  if (!clients) return <Away of="admin" title={t("title")} />;
  return (
    <>
      <div className="admin__top">
        <div>
          <h1 tabIndex={-1}>{t("title")}</h1>
          <p className="soft measure">{t("text")}</p>
        </div>
      </div>
      {clients.length === 0 ? (
        <EmptyShelf>
          <h2>{t("none")}</h2>
        </EmptyShelf>
      ) : (
        <ClientLedger clients={clients} />
      )}
      <RegisterClient />
    </>
  );
};

export default ClientsPage;
