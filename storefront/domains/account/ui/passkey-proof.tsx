"use client";

import { useRef, useState } from "react";

import { Button } from "../../../ui/button";
import { Icon } from "../../../ui/icon";
import { signWithPasskey, type Trouble, troubleOf } from "./passkey-browser";

type Props = { id: string; words: Record<"passkey" | "or" | Trouble, string> };

/** Sends the form that waits, with what a passkey signed in place of what would be typed. */
export const PasskeyProof = ({ id, words }: Props) => {
  const field = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<Trouble>();
  const send = (signed: unknown) => {
    if (!field.current) return;
    field.current.value = JSON.stringify(signed);
    field.current.form?.requestSubmit();
    // It is good once: what is sent next is what was typed.
    field.current.value = "";
  };
  const sign = () => {
    setTrouble(undefined);
    signWithPasskey()
      .then(send)
      .catch((error: unknown) => setTrouble(troubleOf(error)));
  };
  return (
    <>
      <input type="hidden" name="passkey" ref={field} />
      <Button id={`${id}-passkey`} look="act" wide onClick={sign}>
        <Icon name="key" />
        {words.passkey}
      </Button>
      {trouble && (
        <p className="field__error" role="alert">
          <Icon name="alert" />
          <span>{words[trouble]}</span>
        </p>
      )}
      <p className="or">{words.or}</p>
    </>
  );
};
