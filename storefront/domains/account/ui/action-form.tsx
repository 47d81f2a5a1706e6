"use client";

import {
  type FocusEvent,
  type FormEvent,
  type ReactNode,
  useActionState,
  useEffect,
  useRef,
  useState,
} from "react";

import {
  type FormAction,
  type FormName,
  type FormShape,
  type FormState,
  forms,
  isRight,
  readValues,
  wrongFields,
} from "../forms";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";
import type { FormWords } from "./form-words";
import { ProofDialog } from "./proof-dialog";

type ActionFormProps = {
  name: FormName;
  action: FormAction;
  initial: FormState;
  words: FormWords;
  /** Values that go along unseen. */
  hidden?: Record<string, string>;
  className?: string;
  /** Above the summary: the title of the page. */
  head?: ReactNode;
  children: ReactNode;
};

/** What the browser has found since the last answer of the server: a text, or "" for now right. */
type Found = { since: FormState; errors: Record<string, string>; sent: boolean };

/** A part that the choices above it hide asks for nothing. */
const asks = (field: Element | RadioNodeList | null) =>
  field instanceof Element ? field.checkVisibility() : field !== null;

const isControl = (target: EventTarget) =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLSelectElement ||
  target instanceof HTMLTextAreaElement;

/** Sends itself without JavaScript too; with it, fields are checked on leaving and then live. */
export const ActionForm = (props: ActionFormProps) => {
  const { name, action, initial, words, hidden = {}, className, head, children } = props;
  const [state, send, pending] = useActionState(action, initial);
  const [found, setFound] = useState<Found>({ since: initial, errors: {}, sent: false });
  const summary = useRef<HTMLDivElement>(null);
  const shape: FormShape = forms[name];
  const prefix = `${name}-`;

  const { errors: local, sent } = found.since === state ? found : { errors: {}, sent: false };
  const errors = Object.entries({ ...state.errors, ...local }).filter(([, text]) => text !== "");
  const shown = Object.fromEntries(errors);
  const { proof } = state;

  useEffect(() => {
    if (state !== initial) summary.current?.focus();
  }, [state, initial]);

  const check = (target: EventTarget, onlyIfWrong: boolean) => {
    if (!isControl(target)) return;
    const kind = shape[target.name];
    if (kind === undefined || (onlyIfWrong && !shown[target.name])) return;
    const text = isRight(kind, target.value.trim()) ? "" : (words.errors[target.name] ?? "");
    if (text !== (shown[target.name] ?? ""))
      setFound({ since: state, sent, errors: { ...local, [target.name]: text } });
  };
  const onBlur = (event: FocusEvent<HTMLFormElement>) => {
    // An untouched field is not yet wrong: a shopper may be on the way to another.
    if (isControl(event.target) && event.target.value !== "") check(event.target, false);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const { elements } = event.currentTarget;
    const typed = readValues(name, new FormData(event.currentTarget));
    // A form that waits for a proof was right before; another may show only some of its fields.
    const wrong = proof
      ? []
      : wrongFields(shape, typed).filter((field) => asks(elements.namedItem(field)));
    if (pending || wrong.length > 0) event.preventDefault();
    if (wrong.length === 0) return;
    const texts = wrong.map((field) => [field, words.errors[field] ?? ""]);
    setFound({ since: state, sent: true, errors: Object.fromEntries(texts) });
    requestAnimationFrame(() => summary.current?.focus());
  };

  const told = (
    <ErrorSummary
      focus={summary}
      prefix={prefix}
      // A field found wrong on leaving it says so itself; the summary is for what was sent.
      errors={sent || Object.keys(state.errors).length > 0 ? errors : []}
      notice={errors.length > 0 ? undefined : state.notice}
      words={words}
    />
  );
  return (
    // oxlint-disable-next-line no-noninteractive-element-interactions -- hears what bubbles from its fields
    <form
      className={className}
      action={send}
      noValidate
      onBlur={onBlur}
      onChange={(event) => check(event.target, true)}
      onSubmit={onSubmit}
    >
      {head}
      {!proof && told}
      <input type="hidden" name="key" value={state.key} />
      <input type="hidden" name="locale" value={words.locale} />
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <FormContext value={{ prefix, state, errors: shown, pending, sending: words.sending }}>
        {proof && words.proof && <ProofDialog asked={proof} words={words.proof} summary={told} />}
        {children}
      </FormContext>
    </form>
  );
};
