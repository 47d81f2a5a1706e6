"use client";

import type { ComponentProps } from "react";

import { Button } from "../../../ui/button";
import { Field, FieldError } from "../../../ui/field";
import { useForm } from "./form-context";

type FormFieldProps = Omit<ComponentProps<typeof Field>, "id" | "error" | "name"> & {
  name: string;
};

export const FormField = ({ name, ...rest }: FormFieldProps) => {
  const { prefix, state, errors } = useForm();
  return (
    <Field
      {...rest}
      id={`${prefix}${name}`}
      name={name}
      defaultValue={state.values[name]}
      error={errors[name]}
    />
  );
};

type FormSelectProps = {
  name: string;
  label: string;
  hint?: string;
  autoComplete?: string;
  options: readonly (readonly [value: string, label: string])[];
};

export const FormSelect = ({ name, label, hint, autoComplete, options }: FormSelectProps) => {
  const { prefix, state, errors } = useForm();
  const { values } = state;
  const id = `${prefix}${name}`;
  const error = errors[name];
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        // A form that was sent is reset; only a new select takes the new default.
        key={values[name]}
        className="input"
        id={id}
        name={name}
        autoComplete={autoComplete}
        defaultValue={values[name]}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
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
  const { prefix, state } = useForm();
  const { values } = state;
  return (
    <label className="check" htmlFor={`${prefix}${name}`}>
      <input
        key={values[name]}
        type="checkbox"
        id={`${prefix}${name}`}
        name={name}
        defaultChecked={values[name] === "on"}
      />
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
