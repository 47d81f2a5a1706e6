"use client";

import { type KeyboardEvent, type MouseEvent, useState } from "react";

import { Icon } from "../../../ui/icon";
import type { CartWords } from "../words";

type StepperProps = {
  label: string;
  words: Pick<CartWords, "less" | "more">;
  quantity: number;
  /** The most that one may have, as far as that is known. */
  most: number;
  /** With JavaScript; without it the two buttons send the form, with a step. */
  onChange: (quantity: number) => void;
};

const mostUnits = 999;
const digits = /^\d{1,3}$/;

/** A number with a button on each side; typed, it counts once it is left or Enter is pressed. */
export const Stepper = ({ label, words, quantity, most, onChange }: StepperProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  const top = Math.max(quantity, Math.min(most, mostUnits));
  const change = (wanted: number) => {
    setTyped(null);
    if (wanted !== quantity && wanted >= 1) onChange(Math.min(wanted, mostUnits));
  };
  const commit = () => {
    if (typed !== null) change(digits.test(typed) ? Number(typed) : quantity);
  };
  const step = (by: number) => (event: MouseEvent) => {
    event.preventDefault();
    const wanted = quantity + by;
    if (wanted >= 1 && wanted <= top) change(wanted);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || typed === null) return;
    event.preventDefault();
    commit();
  };
  return (
    <fieldset className="stepper" aria-label={label}>
      <button
        type="submit"
        name="step"
        value="-1"
        formNoValidate
        aria-label={words.less}
        aria-disabled={quantity <= 1}
        onClick={step(-1)}
      >
        <Icon name="minus" />
      </button>
      <input
        name="quantity"
        inputMode="numeric"
        autoComplete="off"
        pattern="[0-9]{1,3}"
        aria-label={label}
        value={typed ?? String(quantity)}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      <button
        type="submit"
        name="step"
        value="1"
        formNoValidate
        aria-label={words.more}
        aria-disabled={quantity >= top}
        onClick={step(1)}
      >
        <Icon name="plus" />
      </button>
    </fieldset>
  );
};
