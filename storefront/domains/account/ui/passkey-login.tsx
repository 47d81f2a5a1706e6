"use client";

import { useState } from "react";

import { Button } from "../../../ui/button";
import { Icon } from "../../../ui/icon";
import { Notice } from "../../../ui/notice";
import { Submit } from "./form-field";
import { logInWithPasskey, type Trouble, troubleOf, usePasskeys } from "./passkey-browser";

type Props = {
  /** Where to go on, on this site. */
  to: string;
  words: Record<"enter" | "or" | Trouble, string>;
};

/** Comes in without a name or a password; shown until the browser says that it cannot. */
export const PasskeyLogin = ({ to, words }: Props) => {
  const isAble = usePasskeys();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  if (isAble === false) return null;
  const enter = () => {
    setBusy(true);
    setTrouble(undefined);
    logInWithPasskey()
      .then(() => location.assign(to))
      .catch((error: unknown) => {
        setBusy(false);
        setTrouble(troubleOf(error));
      });
  };
  return (
    <div className="scripted">
      {trouble && (
        <Notice tone="danger" live="assertive">
          {words[trouble]}
        </Notice>
      )}
      <Button look="act" wide busy={busy} onClick={busy ? undefined : enter}>
        <Icon name="key" />
        {words.enter}
      </Button>
      <p className="or">{words.or}</p>
    </div>
  );
};

/** The one that stands out, unless the passkey above it does. */
export const PasswordSubmit = ({ children }: { children: string }) => (
  <Submit wide look={usePasskeys() === false ? "act" : "plain"}>
    {children}
  </Submit>
);
