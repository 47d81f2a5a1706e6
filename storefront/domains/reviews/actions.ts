"use server";

import { type Locale, routing } from "../../i18n/routing";
import { asShopper } from "../../lib/orders";
import { type FormState, hiddenValue } from "../account/forms";
import { submit } from "../account/submission";

/** Of the text, also where it is changed on a page in another language. */
const languageOf = (form: FormData, locale: Locale) =>
  routing.locales.find((one) => one === hiddenValue(form, "language")) ?? locale;

const productOf = (form: FormData) => ({ productId: hiddenValue(form, "product") });

/** Back to what arrived; each time another address, so that all is read anew. */
const listAt = (done: string, { key, locale }: { key: string; locale: string }) =>
  `/${locale}/account/reviews?done=${done}&at=${key.slice(0, 8)}`;

/** Says something of a product that arrived, or changes it. */
export const writeReview = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "review",
    meaning: { 409: "notReceived" },
    send: ({ values: { rating, text, authorName }, who, locale }) =>
      asShopper(who, (orders) =>
        orders.reviews.own[":productId"].$put({
          ...{ param: productOf(form), header: { "accept-language": locale } },
          json: { rating: Number(rating), text, authorName, language: languageOf(form, locale) },
        }),
      ),
    next: async (sent, reply) => {
      const state = reply.status === 200 ? (await reply.json()).state : "pending";
      return listAt(state === "pending" ? "said" : "same", sent);
    },
  });

export const removeReview = async (_before: FormState, form: FormData) =>
  submit(form, {
    name: "removeReview",
    send: ({ who, locale }) =>
      asShopper(who, (orders) =>
        orders.reviews.own[":productId"].$delete({
          ...{ param: productOf(form), header: { "accept-language": locale } },
        }),
      ),
    next: (sent) => listAt("removed", sent),
  });
