"use client";

import { useEffect, useRef, useState } from "react";

import { Notice } from "../../../ui/notice";
import { useForm } from "./form-context";
import { FormField, Submit } from "./form-field";
import { makePasskey, usePasskeys } from "./passkey-browser";

type Props = {
  words: Record<"name" | "nameHint" | "add" | "waiting" | "stopped" | "unable", string>;
};

/** Names a passkey, has the browser make it, and sends it on. */
export const PasskeyMaker = ({ words }: Props) => {
  const { registration } = useForm().state;
  const isAble = usePasskeys();
  const field = useRef<HTMLInputElement>(null);
  const begun = useRef("");
  const [stopped, setStopped] = useState<string>();

  useEffect(() => {
    if (!registration || begun.current === registration.id) return;
    const { id, options } = registration;
    begun.current = id;
    const send = (response: unknown) => {
      if (!field.current) return;
      field.current.value = JSON.stringify({ registrationId: id, response });
      field.current.form?.requestSubmit();
      field.current.value = "";
    };
    makePasskey(options).then(send, () => setStopped(id));
  }, [registration]);

  if (isAble === false) return <p className="measure">{words.unable}</p>;
  const isStopped = registration !== undefined && stopped === registration.id;
  return (
    <>
      <noscript>
        <p className="measure">{words.unable}</p>
      </noscript>
      {isStopped && (
        <Notice tone="danger" live="assertive">
          {words.stopped}
        </Notice>
      )}
      {registration && !isStopped && <Notice live="polite">{words.waiting}</Notice>}
      <FormField name="name" label={words.name} hint={words.nameHint} autoComplete="off" />
      <input type="hidden" name="made" ref={field} />
      <div>
        <Submit>{words.add}</Submit>
      </div>
    </>
  );
};
