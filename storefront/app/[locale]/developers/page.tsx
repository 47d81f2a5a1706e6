import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import type { Locale } from "../../../i18n/routing";
import { readDocument, services } from "../../../lib/documents";
import { shareOf } from "../../../lib/share";
import { buttonClass } from "../../../ui/button";
import { Notice } from "../../../ui/notice";
import { ReferenceLink } from "../../../ui/reference-link";

type PageProps = { params: Promise<{ locale: Locale }> };

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "developers" });
  const [title, description] = [t("title"), t("intro")];
  return { title, description, ...shareOf({ locale, path: "/developers", title, description }) };
};

const steps = [
  ["token", "POST /v1/oauth/token"],
  ["call", "GET /v1/products"],
  ["again", "Idempotency-Key"],
] as const;

const br = () => <br />;

const Example = ({ label, comment }: { label: string; comment: string }) => (
  <section aria-label={label}>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a keyboard must reach what scrolls */}
    <pre className="code" tabIndex={0}>
      <code>
        <i>{comment}</i>
        {"\ncurl "}
        <b>$GATEWAY/v1/products</b>
        {' \\\n  -H "Accept-Language: en" \\\n  -H "X-Currency: KRW"\n\n'}
        <i>200 OK</i>
        {
          '\n{ "items": [{ "slug": "celadon-tea-bowl",\n    "price": { "amount": 38000, "currency": "KRW" } }],\n  "total": 24, "next": null }'
        }
      </code>
    </pre>
  </section>
);

const Developers = async () => {
  const t = await getTranslations("developers");
  const contracts = await Promise.all(
    services.map(async (service) => ({ service, document: await readDocument(service) })),
  );
  const down = contracts.filter(({ document }) => document === null).map(({ service }) => service);
  return (
    <main id="main" className="wrap">
      {down.length > 0 && (
        <div className="page-notice">
          <Notice tone="warn" live="polite">
            {t("someDown", { services: down.join(", ") })}
          </Notice>
        </div>
      )}
      <div className="dev-head">
        <div className="dev-head__words">
          <h1 tabIndex={-1}>{t.rich("headline", { br })}</h1>
          <p className="soft measure">{t("intro")}</p>
          <p className="actions">
            <ReferenceLink className={buttonClass("act")}>{t("open")}</ReferenceLink>
          </p>
        </div>
        <Example label={t("exampleLabel")} comment={t("example")} />
      </div>
      <section className="section dev-steps" aria-labelledby="start">
        <h2 id="start" className="sr">
          {t("start")}
        </h2>
        <ol className="steps3">
          {steps.map(([step, code]) => (
            <li key={step}>
              <h3>{t(`${step}.title`)}</h3>
              <p className="small soft">{t(`${step}.text`)}</p>
              <p>
                <code>{code}</code>
              </p>
            </li>
          ))}
        </ol>
      </section>
      <section className="section" aria-labelledby="services">
        <div className="section__head">
          <h2 id="services">{t("services")}</h2>
          <p>{t("servicesText")}</p>
        </div>
        <ul className="apis">
          {contracts.map(({ service, document }) => (
            <li key={service}>
              <h3 lang="en">{service}</h3>
              <p className="small soft">{t(`about.${service}`)}</p>
              <p className="small">
                {document ? (
                  <a href={`/developers/openapi/${service}.json`}>
                    {t("paths", { count: Object.keys(document.paths).length })}
                    <span className="sr"> {service} OpenAPI</span>
                  </a>
                ) : (
                  <span className="status status--wait">{t("down")}</span>
                )}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
};

export default Developers;
