import { getTranslations } from "next-intl/server";

import { FormField } from "../../account/ui/form-field";

/** From when and until when something holds, in the words of its page. */
export const SpanFields = async ({ of }: { of: "prices" | "promotions" }) => {
  const t = await getTranslations(`admin.${of}`);
  return (
    <div className="pair">
      {(["startsAt", "endsAt"] as const).map((field) => (
        <FormField
          key={field}
          name={field}
          type="datetime-local"
          label={t(field)}
          hint={t(`${field}Hint`)}
        />
      ))}
    </div>
  );
};
