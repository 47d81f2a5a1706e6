"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";

import { ErrorSummary } from "../../account/ui/error-summary";
import { FormContext } from "../../account/ui/form-context";
import type { AdminAction, AdminState } from "../values";
import type { AdminWords } from "./admin-words";
import { Differences } from "./differences";

type AdminFormProps = {
  name: string;
  action: AdminAction;
  initial: AdminState;
  words: AdminWords;
  /** What each field is called, for telling what changed meanwhile. */
  labels?: Readonly<Record<string, string>>;
  /** Values that go along unseen. */
  hidden?: Readonly<Record<string, string>>;
  className?: string;
  children: ReactNode;
};

/** A form of staff: sends itself without JavaScript too; what comes back takes focus above it. */
export const AdminForm = (props: AdminFormProps) => {
  const { name, action, initial, words, labels = {}, hidden = {}, children } = props;
  const [state, send, pending] = useActionState(action, initial);
  const summary = useRef<HTMLDivElement>(null);
  const prefix = `${name}-`;
  const errors = Object.entries(state.errors);
  useEffect(() => {
    if (state !== initial) summary.current?.focus();
  }, [state, initial]);
  return (
    <form
      className={props.className ?? "admin-form"}
      action={send}
      noValidate
      onSubmit={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {/* Enter in a field sends the form, whichever button stands first. */}
      <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
      {state.differences && errors.length === 0 && !state.notice ? (
        <Differences
          focus={summary}
          prefix={prefix}
          differences={state.differences}
          labels={labels}
          words={words.stale}
        />
      ) : (
        <ErrorSummary
          focus={summary}
          prefix={prefix}
          errors={errors}
          notice={errors.length > 0 ? undefined : state.notice}
          words={words}
        />
      )}
      <input type="hidden" name="key" value={state.key} />
      <input type="hidden" name="locale" value={words.locale} />
      <input type="hidden" name="version" value={state.version} />
      <input type="hidden" name="base" value={JSON.stringify(state.base)} />
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <FormContext value={{ prefix, state, errors: state.errors, pending, sending: words.sending }}>
        {children}
      </FormContext>
    </form>
  );
};
