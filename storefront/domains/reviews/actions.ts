"use server";

import { asShopper } from "../../lib/orders";
import { type FormState, hiddenValue } from "../account/forms";
import { submit } from "../account/submission";

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
          json: { rating: Number(rating), text, authorName, language: locale },
        }),
      ),
    next: (sent) => listAt("said", sent),
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
