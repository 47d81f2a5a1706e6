import { getLocale, getTranslations } from "next-intl/server";

import { FormArea } from "../../account/ui/form-area";
import { FormCheck, FormField, FormSelect } from "../../account/ui/form-field";
import type { Values } from "../merge";
import type { Vocabulary } from "../queries";
import { categoryOptions } from "./category-options";

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

/** What is said of a product, in both languages side by side. */
export const TextFields = ({ labels }: Pick<Props, "labels">) =>
  (["description", "material", "care"] as const).map((field) => (
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

export const PlaceFields = async ({ vocabulary, isNew = false }: Props & { isNew?: boolean }) => {
  const t = await getTranslations("admin.fields");
  return (
    <>
      <div className="pair">
        <FormField
          name="slug"
          label={t("slug")}
          hint={t(isNew ? "slugNewHint" : "slugHint")}
          autoComplete="off"
          spellCheck={false}
        />
        <FormSelect
          name="category"
          label={t("category")}
          options={categoryOptions(vocabulary.categories, await getLocale())}
        />
      </div>
      {!isNew && (
        <div className="pair">
          <FormField
            name="position"
            label={t("position")}
            hint={t("positionHint")}
            inputMode="numeric"
          />
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
      ticks: vocabulary.collections.map(({ slug, name }) => [`collection.${slug}`, name] as const),
    },
    ...vocabulary.attributes.map(({ code, name, values: all }) => ({
      code,
      name: name[locale],
      ticks: all.map((value) => [`attribute.${code}.${value.code}`, value.name] as const),
    })),
  ].filter(({ ticks }) => ticks.length > 0);
  return groups.map(({ code, name, ticks }) => {
    const chosen = ticks.filter(([field]) => values[field] === "on");
    return (
      <details className="ticks" key={code}>
        <summary>
          <b>{name}</b>{" "}
          <span className="faint">
            {chosen.map(([, words]) => words[locale]).join(", ") || t("nothingChosen")}
          </span>
        </summary>
        <fieldset>
          <legend className="sr">{name}</legend>
          {ticks.map(([field, words]) => (
            <FormCheck key={field} name={field} label={words[locale]} />
          ))}
        </fieldset>
      </details>
    );
  });
};
