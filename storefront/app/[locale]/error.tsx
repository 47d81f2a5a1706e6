"use client";

import { useLocale } from "next-intl";

import { messages } from "../../i18n/error-messages";
import { toldTrace } from "../../lib/told-trace";
import { Button } from "../../ui/button";
import { EmptyShelf } from "../../ui/empty-shelf";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** What went wrong stays in the log; the shopper gets a number to quote. */
const ErrorPage = ({ error, reset }: ErrorPageProps) => {
  const words = messages[useLocale()];
  const trace = toldTrace() ?? error.digest;
  return (
    <main id="main" className="wrap section">
      <EmptyShelf>
        <h1 tabIndex={-1}>{words.title}</h1>
        <p className="soft measure">{words.text}</p>
        <Button onClick={reset}>{words.again}</Button>
        {trace && <p className="tiny faint">{words.trace.replace("{trace}", trace)}</p>}
      </EmptyShelf>
    </main>
  );
};

export default ErrorPage;
