import { useTranslations } from "next-intl";

export const Promises = () => {
  const t = useTranslations("home");
  return (
    <section className="wrap section" aria-labelledby="promises">
      <h2 id="promises" className="sr">
        {t("promises")}
      </h2>
      <dl className="promises">
        {(["broken", "pair", "size"] as const).map((promise) => (
          <div key={promise}>
            <dt>{t(`promise.${promise}.title`)}</dt>
            <dd>{t(`promise.${promise}.text`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
