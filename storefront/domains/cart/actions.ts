"use server";

import { hasLocale } from "next-intl";
import { redirect } from "next/navigation";
import { z } from "zod";

import { routing } from "../../i18n/routing";
import { type CartApi, changeCart, speaking } from "../../lib/carts";
import { audienceOf } from "../../lib/currency";
import { idempotent } from "../../lib/members";
import { visitor } from "../../lib/visitor";
import { type Answer, readAnswer, type Reply } from "./answers";
import type { AddState, FormTrouble } from "./offer";

const most = 999;
const key = z.string().regex(/^[\w-]{16,64}$/);
const count = z.coerce.number().int().catch(1);
const step = z.coerce.number().int().min(-1).max(1).catch(0);

const Addition = z.object({ variantId: z.uuid(), quantity: count, step, key });
const LineForm = z.object({
  lineId: z.uuid(),
  variantId: z.uuid(),
  version: z.coerce.number().int().min(0),
  quantity: count,
  step,
  key,
});
const CouponForm = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{3,40}$/),
});
const Money = z.object({ currency: z.enum(["KRW", "USD"]), key });

const inBounds = (wanted: number) => Math.min(most, Math.max(1, wanted));

const readLocale = (form: FormData) => {
  const asked = form.get("locale");
  return hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
};

type Header = ReturnType<typeof speaking>;

/** Sends a form on for whoever sent it; one that another site sent is not. */
const act = async (
  form: FormData,
  formKey: string,
  call: (cart: CartApi, header: Header) => Promise<Reply>,
): Promise<Answer> => {
  const who = await visitor();
  if (!who.isSameOrigin) return { kind: "refused", trouble: "refused" };
  const header = speaking(await audienceOf(readLocale(form)));
  const outcome = await changeCart(who, formKey, (cart) => call(cart, header));
  if (outcome.kind !== "reply") return { kind: "later", after: null };
  return readAnswer(outcome.reply);
};

const troubleOf = (answer: Answer): FormTrouble | null =>
  answer.kind === "done" ? null : answer.kind === "later" ? "away" : answer.trouble;

const cartPath = (form: FormData, query: Record<string, string | null>) => {
  const told = Object.entries(query).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as [string, string]],
  );
  const text = new URLSearchParams(told).toString();
  return `/${readLocale(form)}/cart${text && `?${text}`}`;
};

const fieldsOf = (form: FormData) => Object.fromEntries(form);

/** Without JavaScript: puts a piece into the cart and shows it; else says in the form why not. */
export const addToCart = async (before: AddState, form: FormData): Promise<AddState> => {
  const sent = Addition.safeParse(fieldsOf(form)).data;
  if (!sent) return { ...before, trouble: "refused" };
  const { variantId, key: pressed } = sent;
  const quantity = inBounds(sent.quantity + sent.step);
  if (sent.step !== 0) return { key: pressed, quantity, trouble: null };
  const answer = await act(form, pressed, (cart, header) =>
    cart.lines.$post({
      header: { ...header, ...idempotent(pressed) },
      json: { variantId, quantity },
    }),
  );
  if (answer.kind === "done")
    redirect(cartPath(form, { told: answer.again ? "addedAgain" : "added" }));
  // What may have happened is sent again as the same; what was refused begins anew.
  const next = answer.kind === "later" ? pressed : crypto.randomUUID();
  return { key: next, quantity, trouble: troubleOf(answer) };
};

export const setQuantity = async (form: FormData) => {
  const sent = LineForm.safeParse(fieldsOf(form)).data;
  if (!sent) redirect(cartPath(form, { failed: "refused" }));
  const quantity = inBounds(sent.quantity + sent.step);
  const answer = await act(form, sent.key, (cart, header) =>
    cart.lines[":id"].$patch({
      param: { id: sent.lineId },
      header: { ...header, ...idempotent(sent.key), "if-match": `"${sent.version}"` },
      json: { quantity },
    }),
  );
  redirect(cartPath(form, { failed: troubleOf(answer) }));
};

export const removeLine = async (form: FormData) => {
  const sent = LineForm.safeParse(fieldsOf(form)).data;
  if (!sent) redirect(cartPath(form, { failed: "refused" }));
  const answer = await act(form, sent.key, (cart, header) =>
    cart.lines[":id"].$delete({ param: { id: sent.lineId }, header }),
  );
  const failed = troubleOf(answer);
  const removed = failed ? null : `${sent.variantId}.${sent.quantity}`;
  redirect(cartPath(form, { failed, removed }));
};

/** Puts what was taken out back in. */
export const putBack = async (form: FormData) => {
  const sent = Addition.safeParse(fieldsOf(form)).data;
  if (!sent) redirect(cartPath(form, { failed: "refused" }));
  const json = { variantId: sent.variantId, quantity: inBounds(sent.quantity) };
  const answer = await act(form, sent.key, (cart, header) =>
    cart.lines.$post({ header: { ...header, ...idempotent(sent.key) }, json }),
  );
  redirect(cartPath(form, { failed: troubleOf(answer) }));
};

export const applyCoupon = async (form: FormData) => {
  const sent = CouponForm.safeParse(fieldsOf(form)).data;
  if (!sent) redirect(cartPath(form, { failed: "code" }));
  const answer = await act(form, crypto.randomUUID(), (cart, header) =>
    cart.coupons[":code"].$put({ param: sent, header }),
  );
  redirect(cartPath(form, { failed: troubleOf(answer), coupon: sent.code }));
};

export const dropCoupon = async (form: FormData) => {
  const sent = CouponForm.safeParse(fieldsOf(form)).data;
  if (!sent) redirect(cartPath(form, { failed: "refused" }));
  const answer = await act(form, crypto.randomUUID(), (cart, header) =>
    cart.coupons[":code"].$delete({ param: sent, header }),
  );
  redirect(cartPath(form, { failed: troubleOf(answer) }));
};

/** A cart keeps the money that it began in until its owner says otherwise. */
export const payIn = async (form: FormData) => {
  const sent = Money.safeParse(fieldsOf(form)).data;
  if (!sent) redirect(cartPath(form, { failed: "refused" }));
  const { currency } = sent;
  const answer = await act(form, sent.key, (cart, header) =>
    cart.$patch({ header: { ...header, ...idempotent(sent.key) }, json: { currency } }),
  );
  redirect(cartPath(form, { failed: troubleOf(answer) }));
};
