import type { ComponentProps } from "react";

import { Icon } from "./icon";

type FieldProps = Omit<ComponentProps<"input">, "className" | "id"> & {
  id: string;
  label: string;
  hint?: string | undefined;
  /** What to do, with an example; the field is marked wrong while it is set. */
  error?: string | undefined;
};

export const FieldError = ({ id, children }: { id: string; children: string }) => (
  <p className="field__error" id={`${id}-error`}>
    <Icon name="alert" />
    <span>{children}</span>
  </p>
);

/** A labelled input with its hint and its error, tied together for assistive technology. */
export const Field = ({ id, label, hint, error, ...input }: FieldProps) => {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        name={input.name ?? id}
        className="input"
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
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
