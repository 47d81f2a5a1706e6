import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Link } from "../../../i18n/navigation";

type StepProps = {
  /** Also where links lead. */
  name: "where" | "how" | "pay";
  number: number;
  state: "todo" | "current" | "done";
  /** Where it is written again. */
  edit?: string;
  children?: ReactNode;
};

/** A part of the checkout: still to come, open, or done and told in short. */
export const Step = ({ name, number, state, edit, children }: StepProps) => {
  const t = useTranslations("checkout");
  return (
    <section className={`step step--${state}`} aria-labelledby={name}>
      <h2 id={name} tabIndex={-1}>
        <span aria-hidden="true">{number}</span>
        <span>{t(`steps.${name}`)}</span>
      </h2>
      <div className="step__body">
        {state === "todo" ? <p className="small faint">{t(`todo.${name}`)}</p> : children}
        {state === "done" && edit !== undefined && (
          <p>
            <Link
              className="btn btn--quiet"
              href={edit}
              aria-label={t("changeThis", { what: t(`steps.${name}`) })}
            >
              {t("change")}
            </Link>
          </p>
        )}
      </div>
    </section>
  );
};
