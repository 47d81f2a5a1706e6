"use client";

import { useLocale } from "next-intl";
import type { FormEvent, ReactNode } from "react";

import { Link } from "../../../i18n/navigation";
import { Button } from "../../../ui/button";
import { FieldError } from "../../../ui/field";
import { removeLine, setQuantity } from "../actions";
import { cartStore, useCart } from "../store";
import type { Line } from "../wanted";
import { type CartWords, counted, fill } from "../words";
import { Amount, useMoney } from "./amount";
import { FormKey } from "./form-key";
import { nextFocus } from "./next-focus";
import { Stepper } from "./stepper";

type LineProps = { line: Line; version: number; words: CartWords };

const LineForm = ({
  line,
  version,
  action,
  onSubmit,
  children,
}: {
  line: Line;
  version: number;
  action: (form: FormData) => Promise<void>;
  onSubmit: (form: HTMLFormElement) => void;
  children: ReactNode;
}) => {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(event.currentTarget);
  };
  return (
    <form action={action} onSubmit={submit}>
      <FormKey />
      <input type="hidden" name="lineId" value={line.id} />
      <input type="hidden" name="variantId" value={line.variantId} />
      <input type="hidden" name="version" value={version} />
      {children}
    </form>
  );
};

/** What stands in the way of buying it, with the way out where there is one. */
const Problem = ({ line, words }: Omit<LineProps, "version">) => {
  const locale = useLocale();
  const { problem, available, variantId } = line;
  if (problem === null) return null;
  const left = available ?? 0;
  if (problem !== "too_many")
    return <FieldError id={variantId}>{words.problems[problem]}</FieldError>;
  return (
    <>
      <FieldError id={variantId}>{counted(words.problems.too_many, left, locale)}</FieldError>
      {left > 0 && (
        <Button
          look="quiet"
          onClick={() => void cartStore.want({ kind: "set", variantId, quantity: left })}
        >
          {counted(words.takeLeft, left, locale)}
        </Button>
      )}
    </>
  );
};

const Notes = ({ line, words }: Omit<LineProps, "version">) => {
  const money = useMoney();
  const { told } = useCart();
  const { addedPrice, unitPrice, discounts, quantity } = line;
  const isOther =
    addedPrice.currency === unitPrice.currency && addedPrice.amount !== unitPrice.amount;
  return (
    <div className="line__notes">
      {quantity > 1 && <span>{fill(words.each, { price: money(unitPrice) })}</span>}
      {isOther && <span>{fill(words.addedAt, { price: money(addedPrice) })}</span>}
      {discounts.map(({ promotion, amount }) => (
        <span key={promotion}>
          {promotion} −{money(amount)}
        </span>
      ))}
      <Problem line={line} words={words} />
      {told?.about === line.variantId && (
        <div role="alert">
          <FieldError id={`told-${line.variantId}`}>{words.troubles[told.trouble]}</FieldError>
        </div>
      )}
    </div>
  );
};

/** One thing in the cart: what it is, how many, what they cost, and what has to be said of it. */
export const CartLine = ({ line, version, words }: LineProps) => {
  const { variantId, name, quantity, available, options, picture, problem } = line;
  const set = (wanted: number) => void cartStore.want({ kind: "set", variantId, quantity: wanted });
  const remove = (form: HTMLFormElement) => {
    nextFocus(form)?.focus();
    void cartStore.remove(variantId);
  };
  const times = ({ amount, currency }: Line["unitPrice"]) => ({
    amount: amount * quantity,
    currency,
  });
  return (
    <li className={problem ? "line line--stuck" : "line"} aria-busy={line.pending}>
      <div className="line__pic">
        {picture && (
          // oxlint-disable-next-line next/no-img-element -- its size is made already
          <img
            src={picture.url}
            alt=""
            width={picture.width}
            height={picture.height}
            loading="lazy"
          />
        )}
      </div>
      <Link className="line__name" href={`/products/${line.slug}`}>
        {name}
      </Link>
      <Amount
        price={line.total ?? times(line.unitPrice)}
        listPrice={line.listPrice && times(line.listPrice)}
        was={words.was}
      />
      <span className="faint line__options">{options.map(({ value }) => value).join(" · ")}</span>
      <Notes line={line} words={words} />
      <div className="line__tools">
        <LineForm line={line} version={version} action={setQuantity} onSubmit={() => undefined}>
          <button type="submit" hidden>
            {words.change}
          </button>
          <Stepper
            label={fill(words.quantityOf, { name })}
            words={words}
            quantity={quantity}
            most={available ?? Number.POSITIVE_INFINITY}
            onChange={set}
          />
        </LineForm>
        <LineForm line={line} version={version} action={removeLine} onSubmit={remove}>
          <input type="hidden" name="quantity" value={quantity} />
          <Button type="submit" look="quiet" aria-label={fill(words.removeNamed, { name })}>
            {words.remove}
          </Button>
        </LineForm>
      </div>
    </li>
  );
};
