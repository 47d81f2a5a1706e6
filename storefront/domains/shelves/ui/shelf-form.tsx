import { getLocale, getTranslations } from "next-intl/server";

import { FormSelect, Submit } from "../../account/ui/form-field";
import type { Values } from "../../admin/merge";
import { AdminForm } from "../../admin/ui/admin-form";
import { adminWords } from "../../admin/ui/admin-words";
import { categoryOptions } from "../../admin/ui/category-options";
import { NameFields, PositionField, SlugField, TextFields } from "../../admin/ui/product-fields";
import { spokenLabels } from "../../admin/ui/product-labels";
import { type AdminAction, freshState } from "../../admin/values";
import type { Category } from "../queries";

type Props = {
  action: AdminAction;
  values: Values;
  /** What is changed; nothing for a new one. */
  shelf?: { slug: string; version: number };
  /** Where a category can be put. */
  parents?: readonly Category[];
  submit: string;
};

/** What is kept of a category or of a collection. */
export const ShelfForm = async ({ action, values, shelf, parents, submit }: Props) => {
  const f = await getTranslations("admin.fields");
  const t = await getTranslations("admin.shelves");
  const labels = {
    ...spokenLabels(f, ["name", "description"]),
    ...{ slug: f("slug"), position: f("position"), parent: t("parent") },
  };
  const places = parents && categoryOptions(parents, await getLocale());
  return (
    <AdminForm
      name="shelf"
      action={action}
      initial={freshState(values, shelf?.version)}
      words={await adminWords()}
      labels={labels}
      hidden={shelf ? { _shelf: shelf.slug } : {}}
    >
      <NameFields labels={labels} />
      <TextFields labels={labels} fields={["description"]} />
      <div className="pair">
        <SlugField isNew={!shelf} />
        <PositionField />
      </div>
      {places && (
        <FormSelect
          name="parent"
          label={t("parent")}
          options={[["", t("root")] as const, ...places]}
        />
      )}
      <div>
        <Submit>{submit}</Submit>
      </div>
    </AdminForm>
  );
};
