import type { Passkey } from "@jangteo/member/contract";
import { useFormatter, useTranslations } from "next-intl";

import { Icon } from "../../../ui/icon";
import { removePasskey } from "../actions/passkeys";
import { freshForm } from "../forms";
import { ActionForm } from "./action-form";
import { Submit } from "./form-field";
import type { FormWords } from "./form-words";

type Props = { passkeys: readonly Passkey[]; words: FormWords };

export const PasskeyRows = ({ passkeys, words }: Props) => {
  const t = useTranslations("account.passkeys");
  const format = useFormatter();
  const day = (time: string) => format.dateTime(new Date(time), { dateStyle: "long" });
  return (
    <ul className="rows">
      {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
        <li key={id}>
          <Icon name="key" />
          <div>
            <b>{name}</b>
            <p>
              {t("since", { day: day(createdAt) })} ·{" "}
              {lastUsedAt ? t("used", { day: day(lastUsedAt) }) : t("unused")}
            </p>
          </div>
          <ActionForm
            name="removePasskey"
            action={removePasskey}
            initial={freshForm()}
            words={words}
            hidden={{ id }}
          >
            <Submit look="plain" label={t("removeNamed", { name })}>
              {t("remove")}
            </Submit>
          </ActionForm>
        </li>
      ))}
    </ul>
  );
};
