import { getTranslations } from "next-intl/server";

import { FormCheck } from "../../account/ui/form-field";
import { ActButton } from "../../admin/ui/act-button";
import { AdminForm } from "../../admin/ui/admin-form";
import { AdminPanel } from "../../admin/ui/admin-panel";
import { adminWords } from "../../admin/ui/admin-words";
import { type AdminAction, freshState } from "../../admin/values";

type Props = {
  action: AdminAction;
  shelf: { slug: string; version: number };
  text: string;
  /** Whether something stands on it that must go first. */
  isHeld?: boolean;
};

/** Takes a shelf away. */
export const RemoveShelf = async ({ action, shelf, text, isHeld = false }: Props) => {
  const t = await getTranslations("admin.shelves");
  return (
    <AdminPanel id="remove" title={t("remove")} text={text}>
      {!isHeld && (
        <AdminForm
          name="remove"
          action={action}
          initial={freshState({}, shelf.version)}
          words={await adminWords()}
          hidden={{ _shelf: shelf.slug }}
        >
          <FormCheck name="sure" label={t("sure")} />
          <div className="actions">
            <ActButton act="remove" look="danger">
              {t("removeNow")}
            </ActButton>
          </div>
        </AdminForm>
      )}
    </AdminPanel>
  );
};
