"use client";

import { type FormEvent, type ReactNode, useEffect, useState } from "react";

import { Button } from "../../../ui/button";

type PayFormProps = {
  action: string;
  label: string;
  sending: string;
  /** Below the button. */
  note: string;
  children: ReactNode;
};

/**
 * A plain form: the page of the payment is elsewhere, so the browser leaves this one in any case. A
 * second press is not sent; were it sent, it would pay once.
 */
export const PayForm = ({ action, label, sending, note, children }: PayFormProps) => {
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    // Back from the payment, a browser may show the page as it was left.
    const shown = () => setBusy(false);
    globalThis.addEventListener("pageshow", shown);
    return () => globalThis.removeEventListener("pageshow", shown);
  }, []);
  const onSubmit = (event: FormEvent) => {
    if (busy) event.preventDefault();
    setBusy(true);
  };
  return (
    <form className="where" action={action} method="post" onSubmit={onSubmit}>
      {children}
      <Button type="submit" look="act" wide busy={busy}>
        {busy ? sending : label}
      </Button>
      <p className="tiny faint">{note}</p>
    </form>
  );
};
