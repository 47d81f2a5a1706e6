import type { ServerResponse } from "node:http";

import { messages } from "../i18n/error-messages";
import { localeOf } from "../i18n/routing";
import en from "../messages/en/shop.json";
import ko from "../messages/ko/shop.json";

const notFound = { ko: ko.notFound, en: en.notFound };

const wordsOf = (status: number, path: string, trace: string) => {
  const locale = localeOf(path.split("/", 2)[1] ?? "");
  const { back, ...missing } = notFound[locale];
  const failed = messages[locale];
  const { title, text } = status < 500 ? missing : failed;
  const number = status < 500 ? "" : `<p>${failed.trace.replace("{trace}", trace)}</p>`;
  return `<noscript><main lang="${locale}"><h1>${title}</h1><p>${text}</p>${number}
<p><a href="/${locale}/products">${back}</a></p></main></noscript>`;
};

/**
 * Next answers what is not there, and what failed, with an empty page that its script fills. Adds to that what
 * it says, for browsers that run no scripts; `path` tells the language.
 */
export const speakWithoutScript = (response: ServerResponse, path: string, trace: string) => {
  const end = response.end.bind(response);
  const speakAndEnd = (...given: unknown[]): ServerResponse => {
    const type = String(response.getHeader("content-type"));
    if (response.statusCode < 400 || !type.startsWith("text/html"))
      return Reflect.apply(end, response, given);
    // The page grows: a client would read only as much as it had.
    if (!response.headersSent) response.removeHeader("content-length");
    const [last, ...rest] = given;
    if (typeof last === "string" || last instanceof Uint8Array) response.write(last);
    response.write(wordsOf(response.statusCode, path, trace));
    return Reflect.apply(end, response, typeof last === "function" ? given : rest);
  };
  Object.assign(response, { end: speakAndEnd });
};
