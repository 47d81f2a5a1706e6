"use client";

import type { ComponentProps } from "react";

import { Button } from "../../../ui/button";
import { Field, FieldError } from "../../../ui/field";
import { useField, useForm } from "./form-context";

type FormFieldProps = Omit<ComponentProps<typeof Field>, "id" | "error" | "name"> & {
  name: string;
};

export const FormField = ({ name, ...rest }: FormFieldProps) => {
  const { id, error, value } = useField(name);
  return <Field {...rest} id={id} name={name} defaultValue={value} error={error} />;
};

type FormSelectProps = {
  name: string;
  label: string;
  hint?: string;
  autoComplete?: string;
  options: readonly (readonly [value: string, label: string])[];
};

export const FormSelect = ({ name, label, hint, autoComplete, options }: FormSelectProps) => {
  const { id, error, value: chosen, described } = useField(name, hint);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        // A form that was sent is reset; only a new select takes the new default.
        key={chosen}
        className="input"
        id={id}
        name={name}
        autoComplete={autoComplete}
        defaultValue={chosen}
        aria-invalid={error ? true : undefined}
        aria-describedby={described}
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      {error && <FieldError id={id}>{error}</FieldError>}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
};

export const FormCheck = ({ name, label }: { name: string; label: string }) => {
  const { id, value } = useField(name);
  return (
    <label className="check" htmlFor={id}>
      <input key={value} type="checkbox" id={id} name={name} defaultChecked={value === "on"} />
      {label}
    </label>
  );
};

type SubmitProps = {
  children: string;
  look?: "act" | "plain" | "danger";
  wide?: boolean;
  label?: string;
};

/** Stays focusable while the form is on its way. */
export const Submit = ({ children, look = "act", wide = false, label }: SubmitProps) => {
  const { pending, sending } = useForm();
  return (
    <Button type="submit" look={look} wide={wide} busy={pending} aria-label={label}>
      {pending ? sending : children}
    </Button>
  );
};
