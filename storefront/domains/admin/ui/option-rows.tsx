"use client";

import { Field } from "../../../ui/field";
import { useForm } from "../../account/ui/form-context";
import { rowsOf } from "../option-form";

export type OptionWords = {
  option: string;
  another: string;
  code: string;
  ko: string;
  en: string;
  values: string;
  value: string;
};

const spare = 2;

const Cell = ({ name, label, lang }: { name: string; label: string; lang?: string }) => {
  const { prefix, state, errors } = useForm();
  return (
    <Field
      id={`${prefix}${name}`}
      name={name}
      label={label}
      lang={lang}
      defaultValue={state.values[name]}
      error={errors[name]}
      autoComplete="off"
    />
  );
};

const Named = ({ at, words, label }: { at: string; words: OptionWords; label: string }) => (
  <fieldset className="triple">
    <legend className="sr">{label}</legend>
    <Cell name={`${at}.code`} label={words.code} />
    <Cell name={`${at}.name.ko`} label={words.ko} lang="ko" />
    <Cell name={`${at}.name.en`} label={words.en} lang="en" />
  </fieldset>
);

/** Every option that is there and an empty one, each with its values and two empty rows: no script adds any. */
export const OptionRows = ({ words }: { words: OptionWords }) => {
  const { values } = useForm().state;
  const known = rowsOf(values, "option", false);
  const next = (known.at(-1) ?? -1) + 1;
  return [...known, next].map((option) => {
    const own = `option.${option}`;
    const filled = rowsOf(values, `${own}.value`);
    const last = (filled.at(-1) ?? -1) + 1;
    const rows = [...filled, ...Array.from({ length: spare }, (_, at) => last + at)];
    const title = `${option === next ? words.another : words.option} ${option + 1}`;
    return (
      <section className="option" key={option} aria-label={title}>
        <h2>{title}</h2>
        <Named at={own} words={words} label={title} />
        <h3>{words.values}</h3>
        {rows.map((row, at) => (
          <Named
            key={row}
            at={`${own}.value.${row}`}
            words={words}
            label={`${title}, ${words.value} ${at + 1}`}
          />
        ))}
      </section>
    );
  });
};
