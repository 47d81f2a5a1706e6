import { getTranslations } from "next-intl/server";

import { freshForm } from "../../account/forms";
import { ActionForm } from "../../account/ui/action-form";
import { FormCheck, FormField, FormSelect, Submit } from "../../account/ui/form-field";
import { formWords } from "../../account/ui/form-words";
import { AdminPanel } from "../../admin/ui/admin-panel";
import { OrSecret } from "../../admin/ui/or-secret";
import { changeClient, endSecret, registerClient, rotateSecret } from "../actions";
import type { ApiClient } from "../queries";

const secretWords = async () => {
  const t = await getTranslations("admin.clients");
  return { title: t("secret"), once: t("once"), kept: t("kept") };
};

const Permissions = async () => {
  const t = await getTranslations("admin.clients");
  return (
    <>
      <FormCheck name="catalogue" label={t("scope.catalogue")} />
      <FormCheck name="promotions" label={t("scope.promotions")} />
    </>
  );
};

export const RegisterClient = async () => {
  const t = await getTranslations("admin.clients");
  return (
    <AdminPanel id="register" title={t("register")}>
      <ActionForm
        name="registerClient"
        className="admin-form"
        action={registerClient}
        initial={freshForm()}
        words={await formWords("registerClient")}
      >
        <OrSecret words={await secretWords()} next="/admin/clients">
          <FormField name="id" label={t("id")} hint={t("idHint")} autoCapitalize="none" />
          <FormField name="name" label={t("name")} hint={t("nameHint")} maxLength={80} />
          <Permissions />
          <div className="actions">
            <Submit>{t("registerNow")}</Submit>
          </div>
        </OrSecret>
      </ActionForm>
    </AdminPanel>
  );
};

const on = (value: boolean) => (value ? "on" : "");

export const ChangeClient = async ({ client }: { client: ApiClient }) => {
  const t = await getTranslations("admin.clients");
  const { id, name, scopes, version, disabledAt } = client;
  return (
    <AdminPanel id="change" title={t("change")}>
      <ActionForm
        key={version}
        name="changeClient"
        className="admin-form"
        action={changeClient}
        initial={freshForm({
          ...{ name, disabled: on(disabledAt !== null) },
          catalogue: on(scopes.includes("catalogue:write")),
          promotions: on(scopes.includes("promotions:write")),
        })}
        words={await formWords("changeClient")}
        hidden={{ client: id, version: String(version) }}
      >
        <FormField name="name" label={t("name")} maxLength={80} />
        <Permissions />
        <FormCheck name="disabled" label={t("disable")} />
        <div className="actions">
          <Submit>{t("save")}</Submit>
        </div>
      </ActionForm>
    </AdminPanel>
  );
};

export const RotateSecret = async ({ client: { id } }: { client: ApiClient }) => {
  const t = await getTranslations("admin.clients");
  return (
    <AdminPanel id="rotate" title={t("rotate")} text={t("rotateText")}>
      <ActionForm
        name="rotateSecret"
        className="admin-form"
        action={rotateSecret}
        initial={freshForm({ overlap: "day" })}
        words={await formWords("rotateSecret")}
        hidden={{ client: id }}
      >
        <OrSecret words={await secretWords()} next={`/admin/clients/${id}`}>
          <FormSelect
            name="overlap"
            label={t("overlap")}
            options={(["now", "day", "week"] as const).map((one) => [one, t(`overlaps.${one}`)])}
          />
          <div className="actions">
            <Submit>{t("rotateNow")}</Submit>
          </div>
        </OrSecret>
      </ActionForm>
    </AdminPanel>
  );
};

type EndSecretProps = { client: string; secret: string; drawn: string };

export const EndSecret = async ({ client, secret, drawn }: EndSecretProps) => {
  const t = await getTranslations("admin.clients");
  return (
    <ActionForm
      name="endSecret"
      action={endSecret}
      initial={freshForm()}
      words={await formWords("endSecret")}
      hidden={{ client, secret }}
    >
      <Submit look="danger" label={t("endOne", { at: drawn })}>
        {t("end")}
      </Submit>
    </ActionForm>
  );
};
