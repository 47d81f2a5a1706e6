import { createLog, describeError } from "@jangteo/shared/log";
import type { Instrumentation } from "next";

import { catalogueNews } from "./lib/catalogue-news";

const log = createLog("storefront");

/** Listens before the first visitor comes. */
export const register = () => void catalogueNews();

const digestOf = (error: unknown) =>
  typeof error === "object" && error !== null && "digest" in error ? error.digest : undefined;

/** The shopper who saw the error page quotes `digest`; the trace beside it leads to the services. */
export const onRequestError: Instrumentation.onRequestError = (error, { method, path }) =>
  log.error("A page failed", {
    digest: digestOf(error),
    method,
    path: path.split("?", 1)[0],
    ...describeError(error),
  });
