import "../../../../../ui/styles/security.css";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Away } from "../../../../../domains/account/ui/away";
import { doneOf, type ProductPageProps } from "../../../../../domains/admin/page";
import { Done } from "../../../../../domains/admin/ui/done";
import { findClient } from "../../../../../domains/clients/queries";
import { ChangeClient, RotateSecret } from "../../../../../domains/clients/ui/client-forms";
import { SecretRows } from "../../../../../domains/clients/ui/client-ledger";

export const generateMetadata = async ({ params }: ProductPageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "admin.clients" });
  return { title: t("one") };
};

const ClientPage = async ({ params, searchParams }: ProductPageProps) => {
  const { locale, id } = await params;
  const t = await getTranslations("admin.clients");
  const client = await findClient(locale, id);
  if (!client) return <Away of="admin" title={t("one")} />;
  return (
    <>
      <Done what={await doneOf(searchParams)} />
      <div className="admin__top">
        <div>
          <h1 tabIndex={-1}>{client.name}</h1>
          <p className="faint">
            <code>{client.id}</code>
          </p>
        </div>
      </div>
      <SecretRows client={client} />
      <RotateSecret client={client} />
      <ChangeClient client={client} />
    </>
  );
};

export default ClientPage;
