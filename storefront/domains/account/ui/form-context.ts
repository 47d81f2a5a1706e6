"use client";

import { createContext, useContext } from "react";

import type { FormState } from "../forms";

type Shown = {
  prefix: string;
  /** The last answer of the server. */
  state: FormState;
  errors: Readonly<Record<string, string>>;
  pending: boolean;
  sending: string;
};

const context = createContext<Shown | null>(null);

export const FormContext = context.Provider;

/** What the form around a field knows about it. */
export const useForm = () => {
  const form = useContext(context);
  if (form === null) throw new Error("A field stands in a form");
  return form;
};

/** One field of the form around it, tied to its error and its hint for assistive technology. */
export const useField = (name: string, hint?: string) => {
  const { prefix, state, errors } = useForm();
  const { values } = state;
  const id = `${prefix}${name}`;
  const error = errors[name];
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return { id, error, value: values[name], described: described || undefined };
};
