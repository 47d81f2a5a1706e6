"use client";

import { FieldError } from "../../../ui/field";
import { useField } from "./form-context";

type FormAreaProps = { name: string; label: string; lang?: string; rows?: number; hint?: string };

/** A text of several lines, which is one paragraph. */
export const FormArea = ({ name, label, lang, rows = 5, hint }: FormAreaProps) => {
  const { id, error, value, described } = useField(name, hint);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        className="input"
        id={id}
        name={name}
        lang={lang}
        rows={rows}
        defaultValue={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={described}
      />
      {error && <FieldError id={id}>{error}</FieldError>}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
};
