"use client";

import { Button } from "../../../ui/button";
import { useForm } from "../../account/ui/form-context";

type ActButtonProps = {
  act: string;
  children: string;
  look?: "act" | "plain" | "quiet" | "danger";
  label?: string;
};

/** Sends its form with a word for what is to be done. */
export const ActButton = ({ act, children, look = "plain", label }: ActButtonProps) => {
  const { pending } = useForm();
  return (
    <Button type="submit" name="act" value={act} look={look} busy={pending} aria-label={label}>
      {children}
    </Button>
  );
};
