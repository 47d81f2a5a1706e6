"use client";

import { FieldError } from "../../../ui/field";
import { useField } from "../../account/ui/form-context";

type FormRatingProps = {
  name: string;
  legend: string;
  hint: string;
  /** What 1, 2 and so on are called. */
  words: readonly string[];
};

/** So many points, of few. */
export const FormRating = ({ name, legend, hint, words }: FormRatingProps) => {
  const { id, error, value: chosen, described } = useField(name, hint);
  return (
    <fieldset className="field" id={id} tabIndex={-1} aria-describedby={described}>
      <legend>{legend}</legend>
      <div className="segment">
        {words.map((word, at) => (
          // A form that was sent is reset; only a new input takes the new default.
          <label key={`${word} ${chosen}`}>
            <input
              type="radio"
              name={name}
              value={at + 1}
              defaultChecked={String(at + 1) === chosen}
            />
            {word}
          </label>
        ))}
      </div>
      {error && <FieldError id={id}>{error}</FieldError>}
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </fieldset>
  );
};
