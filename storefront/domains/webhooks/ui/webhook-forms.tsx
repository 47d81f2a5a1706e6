import { getTranslations } from "next-intl/server";

import { FormCheck, FormField, FormSelect, Submit } from "../../account/ui/form-field";
import type { Values } from "../../admin/merge";
import { ActButton } from "../../admin/ui/act-button";
import { AdminForm } from "../../admin/ui/admin-form";
import { AdminPanel } from "../../admin/ui/admin-panel";
import { adminWords } from "../../admin/ui/admin-words";
import { OrSecret } from "../../admin/ui/or-secret";
import { Ticks } from "../../admin/ui/ticks";
import { freshState } from "../../admin/values";
import {
  addWebhook,
  changeWebhook,
  pingWebhook,
  removeWebhook,
  replaceSecret,
  switchWebhook,
} from "../actions";
import { eventTypes, fieldOfType, groups, typesAbout, valuesOfTypes } from "../events";
import { overlapNames, valuesOfWebhook } from "../form";
import type { Webhook } from "../queries";

type Of = { webhook: Webhook };

const secretWords = async () => {
  const t = await getTranslations("admin.webhooks");
  return { title: t("secret"), once: t("once"), kept: t("kept") };
};

const labelsOfWebhook = async (): Promise<Record<string, string>> => {
  const t = await getTranslations("admin.webhooks");
  return {
    ...{ url: t("url"), description: t("description") },
    ...Object.fromEntries(eventTypes.map((type) => [fieldOfType(type), t(`events.${type}`)])),
  };
};

const WebhookFields = async ({ values }: { values: Values }) => {
  const t = await getTranslations("admin.webhooks");
  return (
    <>
      <FormField
        name="url"
        type="url"
        label={t("url")}
        hint={t("urlHint")}
        autoComplete="off"
        spellCheck={false}
      />
      <FormField name="description" label={t("description")} maxLength={160} />
      {groups.map((group) => (
        <Ticks
          key={group}
          name={t(`about.${group}`)}
          ticks={typesAbout(group).map((type) => [fieldOfType(type), t(`events.${type}`)])}
          values={values}
          none={t("nothingChosen")}
        />
      ))}
    </>
  );
};

export const AddWebhook = async () => {
  const t = await getTranslations("admin.webhooks");
  const values = valuesOfTypes([]);
  return (
    <AdminPanel id="add" title={t("add")}>
      <AdminForm
        name="add"
        action={addWebhook}
        initial={freshState(values)}
        words={await adminWords()}
      >
        <OrSecret words={await secretWords()} next="/admin/webhooks">
          <WebhookFields values={values} />
          <div>
            <Submit>{t("addNow")}</Submit>
          </div>
        </OrSecret>
      </AdminForm>
    </AdminPanel>
  );
};

export const ChangeWebhook = async ({ webhook }: Of) => {
  const t = await getTranslations("admin.webhooks");
  const values = valuesOfWebhook(webhook);
  return (
    <AdminPanel id="change" title={t("change")}>
      <AdminForm
        name="webhook"
        action={changeWebhook}
        initial={freshState(values, webhook.version)}
        words={await adminWords()}
        labels={await labelsOfWebhook()}
        hidden={{ _webhook: webhook.id }}
      >
        <WebhookFields values={values} />
        <div>
          <Submit>{t("save")}</Submit>
        </div>
      </AdminForm>
    </AdminPanel>
  );
};

/** Pauses or resumes it, and lets one see whether anything arrives. */
export const SwitchWebhook = async ({ webhook }: Of) => {
  const t = await getTranslations("admin.webhooks");
  const isOn = webhook.state === "enabled";
  const hidden = { _webhook: webhook.id };
  const words = await adminWords();
  return (
    <AdminPanel id="switch" title={t("switch")} text={t(isOn ? "pauseText" : "resumeText")}>
      <div className="actions">
        <AdminForm
          name="switch"
          action={switchWebhook}
          initial={freshState({}, webhook.version)}
          words={words}
          hidden={hidden}
        >
          <ActButton act={isOn ? "pause" : "resume"}>{t(isOn ? "pause" : "resume")}</ActButton>
        </AdminForm>
        {isOn && (
          <AdminForm
            name="ping"
            action={pingWebhook}
            initial={freshState()}
            words={words}
            hidden={hidden}
          >
            <ActButton act="ping">{t("ping")}</ActButton>
          </AdminForm>
        )}
      </div>
    </AdminPanel>
  );
};

export const ReplaceSecret = async ({ webhook: { id } }: Of) => {
  const t = await getTranslations("admin.webhooks");
  return (
    <AdminPanel id="rotate" title={t("rotate")} text={t("rotateText")}>
      <AdminForm
        name="rotate"
        action={replaceSecret}
        initial={freshState({ overlap: "day" })}
        words={await adminWords()}
        hidden={{ _webhook: id }}
      >
        <OrSecret words={await secretWords()} next={`/admin/webhooks/${id}`}>
          <FormSelect
            name="overlap"
            label={t("overlap")}
            options={overlapNames.map((one) => [one, t(`overlaps.${one}`)] as const)}
          />
          <div className="actions">
            <ActButton act="rotate">{t("rotateNow")}</ActButton>
          </div>
        </OrSecret>
      </AdminForm>
    </AdminPanel>
  );
};

export const RemoveWebhook = async ({ webhook: { id } }: Of) => {
  const t = await getTranslations("admin.webhooks");
  return (
    <AdminPanel id="remove" title={t("remove")} text={t("removeText")}>
      <AdminForm
        name="remove"
        action={removeWebhook}
        initial={freshState()}
        words={await adminWords()}
        hidden={{ _webhook: id }}
      >
        <FormCheck name="sure" label={t("sure")} />
        <div className="actions">
          <ActButton act="remove" look="danger">
            {t("removeNow")}
          </ActButton>
        </div>
      </AdminForm>
    </AdminPanel>
  );
};
