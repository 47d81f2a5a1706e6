import { getTranslations } from "next-intl/server";

import { FormField } from "../../account/ui/form-field";
import { ActButton } from "../../admin/ui/act-button";
import { AdminForm } from "../../admin/ui/admin-form";
import { adminWords } from "../../admin/ui/admin-words";
import { freshState } from "../../admin/values";
import { lookUpMember } from "../actions";

/** Finds somebody by their e-mail address, which goes into no address of a page. */
export const LookUpForm = async () => {
  const t = await getTranslations("admin.people");
  return (
    <AdminForm
      name="look-up"
      action={lookUpMember}
      initial={freshState({ email: "" })}
      words={await adminWords()}
    >
      <FormField
        name="email"
        type="email"
        autoComplete="off"
        label={t("email")}
        hint={t("recorded")}
      />
      <div className="actions">
        <ActButton act="find" look="act">
          {t("find")}
        </ActButton>
      </div>
    </AdminForm>
  );
};
