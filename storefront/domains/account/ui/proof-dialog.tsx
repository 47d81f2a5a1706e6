"use client";

import { type ReactNode, useEffect, useRef } from "react";

import { Button } from "../../../ui/button";
import { Field } from "../../../ui/field";
import type { ProofAsked } from "../forms";
import { useForm } from "./form-context";
import type { FormWords } from "./form-words";
import { usePasskeys } from "./passkey-browser";
import { PasskeyProof } from "./passkey-proof";

type Props = {
  asked: ProofAsked;
  words: NonNullable<FormWords["proof"]>;
  /** What came of the last try. */
  summary: ReactNode;
};

/**
 * Stands in the form that waits, so that one answer does both. Without JavaScript it stands above the
 * fields; with it, it is modal and Escape leaves it.
 */
export const ProofDialog = ({ asked: { method, passkey, kept }, words, summary }: Props) => {
  const byPasskey = usePasskeys() === true && passkey;
  const { prefix, errors, pending, sending } = useForm();
  const dialog = useRef<HTMLDialogElement>(null);
  const leave = useRef<HTMLButtonElement>(null);
  const id = `${prefix}proof`;
  const wrong = errors["proof"];
  useEffect(() => {
    dialog.current?.close();
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>("[role=alert], .btn--act, input.input")?.focus();
  }, []);
  return (
    <dialog
      className="dialog"
      ref={dialog}
      open
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        leave.current?.click();
      }}
    >
      <h2 id={`${id}-title`}>{words.title}</h2>
      <p className="small soft" id={`${id}-text`}>
        {words.text}
      </p>
      {summary}
      <input type="hidden" name="method" value={method} />
      <input type="hidden" name="kept" value={kept} />
      {byPasskey && <PasskeyProof id={id} words={words} />}
      <Field
        id={id}
        name="proof"
        type={method === "password" ? "password" : "text"}
        label={words[method]}
        hint={method === "code" ? words.codeHint : undefined}
        autoComplete={method === "password" ? "current-password" : "one-time-code"}
        error={wrong}
      />
      <div className="actions">
        <Button type="submit" look={byPasskey ? "plain" : "act"} busy={pending}>
          {pending ? sending : words.submit}
        </Button>
        <Button type="submit" look="quiet" name="cancel" value="1" ref={leave}>
          {words.cancel}
        </Button>
      </div>
    </dialog>
  );
};
