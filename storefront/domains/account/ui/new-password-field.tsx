"use client";

import { useState } from "react";

import { type Level, levels, strengthOf } from "../strength";
import { useForm } from "./form-context";
import { FormField } from "./form-field";

type Props = { name: string; label: string; hint: string; strengths: Record<Level, string> };

/** Says in words how good the password is, while it is typed. */
export const NewPasswordField = ({ name, label, hint, strengths }: Props) => {
  const { state } = useForm();
  const [typed, setTyped] = useState({ since: state, value: "" });
  // A form that was answered is empty again.
  const value = typed.since === state ? typed.value : "";
  const level = value === "" ? undefined : strengthOf(value);
  return (
    <div className="new-password">
      <FormField
        name={name}
        type="password"
        label={label}
        autoComplete="new-password"
        hint={hint}
        onInput={(event) => setTyped({ since: state, value: event.currentTarget.value })}
      />
      <output className="strength">
        {level && (
          <>
            <span className="strength__bars" aria-hidden="true">
              {levels.map((one, at) => (
                <span key={one} data-on={at <= levels.indexOf(level) || undefined} />
              ))}
            </span>
            {strengths[level]}
          </>
        )}
      </output>
    </div>
  );
};
