"use client";

import { FieldError } from "../../../ui/field";
import { useField } from "../../account/ui/form-context";

type Choice = { value: string; label: string; aside?: string; note?: string };

type ChoicesProps = { name: string; legend: string; choices: readonly Choice[] };

/** One of several, told in full. */
export const Choices = ({ name, legend, choices }: ChoicesProps) => {
  const { id, error, value: chosen, described } = useField(name);
  return (
    <fieldset className="choice" id={id} tabIndex={-1} aria-describedby={described}>
      <legend className="sr">{legend}</legend>
      {choices.map(({ value, label, aside, note }) => (
        // A form that was sent is reset; only a new input takes the new default.
        <label key={`${value} ${chosen}`}>
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
          <b>{label}</b>
          <span className="num">{aside}</span>
          {note !== undefined && <small>{note}</small>}
        </label>
      ))}
      {error && <FieldError id={id}>{error}</FieldError>}
    </fieldset>
  );
};

/** Goes along unseen, as the last answer of the server has it. */
export const Unseen = ({ name }: { name: string }) => (
  <input type="hidden" name={name} value={useField(name).value ?? ""} />
);
