import { getTranslations } from "next-intl/server";

import { FormCheck } from "../../account/ui/form-field";
import { ActButton } from "../../admin/ui/act-button";
import { AdminForm } from "../../admin/ui/admin-form";
import { adminWords } from "../../admin/ui/admin-words";
import { freshState } from "../../admin/values";
import { changeRoles } from "../actions";
import type { Person } from "../queries";
import { roles } from "../roles";

/** What a member may do for the shop. */
export const RoleForm = async ({ person }: { person: Person }) => {
  const t = await getTranslations("admin.people");
  return (
    <section className="admin-panel" aria-labelledby="roles">
      <h2 id="roles">{t("roles")}</h2>
      <p className="small soft measure">{t("rolesText")}</p>
      <AdminForm
        name="roles"
        action={changeRoles}
        initial={freshState(
          Object.fromEntries(roles.map((role) => [role, person.roles.includes(role) ? "on" : ""])),
        )}
        words={await adminWords()}
        hidden={{ _member: person.id }}
      >
        {roles.map((role) => (
          <FormCheck key={role} name={role} label={t(`role.${role}`)} />
        ))}
        <div className="actions">
          <ActButton act="save" look="act">
            {t("saveRoles")}
          </ActButton>
        </div>
      </AdminForm>
    </section>
  );
};
