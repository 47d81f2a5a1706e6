import { getLocale, getTranslations } from "next-intl/server";

import { FormArea } from "../../account/ui/form-area";
import { FormField, FormSelect } from "../../account/ui/form-field";
import type { Values } from "../merge";
import type { Vocabulary } from "../queries";
import { categoryOptions } from "./category-options";
import { Ticks } from "./ticks";

const languages = ["ko", "en"] as const;
type Props = { labels: Readonly<Record<string, string>>; vocabulary: Vocabulary };

export const NameFields = ({ labels }: Pick<Props, "labels">) => (
  <div className="pair">
    {languages.map((language) => (
      <FormField
        key={language}
        name={`name.${language}`}
        label={labels[`name.${language}`] ?? ""}
        lang={language}
        autoComplete="off"
      />
    ))}
  </div>
);

type TextsProps = Pick<Props, "labels"> & { fields: readonly string[] };

/** What is said of something, in both languages side by side. */
export const TextFields = ({ labels, fields }: TextsProps) =>
  fields.map((field) => (
    <div className="pair" key={field}>
      {languages.map((language) => (
        <FormArea
          key={language}
          name={`${field}.${language}`}
          label={labels[`${field}.${language}`] ?? ""}
          lang={language}
          rows={field === "description" ? 6 : 2}
        />
      ))}
    </div>
  ));

export const SlugField = async ({ isNew = false }: { isNew?: boolean }) => {
  const t = await getTranslations("admin.fields");
  return (
    <FormField
      name="slug"
      label={t("slug")}
      hint={t(isNew ? "slugNewHint" : "slugHint")}
      autoComplete="off"
      spellCheck={false}
    />
  );
};

export const PositionField = async () => {
  const t = await getTranslations("admin.fields");
  return (
    <FormField name="position" label={t("position")} hint={t("positionHint")} inputMode="numeric" />
  );
};

export const PlaceFields = async ({ vocabulary, isNew = false }: Props & { isNew?: boolean }) => {
  const t = await getTranslations("admin.fields");
  return (
    <>
      <div className="pair">
        <SlugField isNew={isNew} />
        <FormSelect
          name="category"
          label={t("category")}
          options={categoryOptions(vocabulary.categories, await getLocale())}
        />
      </div>
      {!isNew && (
        <div className="pair">
          <PositionField />
        </div>
      )}
    </>
  );
};

/** Collections and attributes; what is ticked stands open. */
export const TickFields = async ({
  vocabulary,
  values,
}: Pick<Props, "vocabulary"> & { values: Values }) => {
  const t = await getTranslations("admin.fields");
  const locale = await getLocale();
  const groups = [
    {
      code: "collection",
      name: t("collections"),
      ticks: vocabulary.collections.map(
        ({ slug, name }) => [`collection.${slug}`, name[locale]] as const,
      ),
    },
    ...vocabulary.attributes.map(({ code, name, values: all }) => ({
      code,
      name: name[locale],
      ticks: all.map((one) => [`attribute.${code}.${one.code}`, one.name[locale]] as const),
    })),
  ].filter(({ ticks }) => ticks.length > 0);
  return groups.map(({ code, ...group }) => (
    <Ticks key={code} {...group} values={values} none={t("nothingChosen")} />
  ));
};
