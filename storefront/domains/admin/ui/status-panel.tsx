import { getTranslations } from "next-intl/server";

import { Link } from "../../../i18n/navigation";
import { Icon } from "../../../ui/icon";
import { changeStatus } from "../actions/products";
import type { Product } from "../queries";
import { freshState } from "../values";
import { ActButton } from "./act-button";
import { AdminForm } from "./admin-form";
import { adminWords } from "./admin-words";

const hasStandingPrice = ({ prices }: Product["variants"][number]) =>
  prices.some(({ endsAt, currency }) => endsAt === null && currency === "KRW");

/** What stands between a product and being sold; the first two must be there, the rest is advice. */
const stepsOf = ({ id, variants, pictures }: Product) => {
  const home = `/admin/products/${id}`;
  const priced = variants.find(hasStandingPrice);
  const [first] = variants;
  return [
    { step: "variant", done: first !== undefined, must: true, href: `${home}/variants/new` },
    {
      step: "price",
      done: priced !== undefined,
      must: true,
      href: first ? `${home}/variants/${first.id}/prices` : `${home}/variants`,
    },
    { step: "picture", done: pictures.length > 0, must: false, href: `${home}/pictures` },
    {
      step: "stock",
      done: variants.some(({ free }) => free > 0),
      must: false,
      href: first ? `${home}/variants/${first.id}/stock` : `${home}/variants`,
    },
  ] as const;
};

/** Where a product stands, where it can go, and what is missing before it is for sale. */
export const StatusPanel = async ({ product }: { product: Product }) => {
  const t = await getTranslations("admin.statusPanel");
  const steps = stepsOf(product);
  const isReady = steps.every(({ must, done }) => done || !must);
  const isSold = product.status === "active";
  return (
    <section className="admin-panel" aria-labelledby="status-title">
      <h2 id="status-title">{t("title")}</h2>
      <p className="small soft measure">{t(product.status)}</p>
      {!isSold && (
        <ul className="steps">
          {steps.map(({ step, done, must, href }) => (
            <li key={step}>
              <span className={`status ${done ? "status--done" : "status--wait"}`}>
                {t(done ? "there" : must ? "missing" : "advised")}
              </span>
              {done ? <span>{t(step)}</span> : <Link href={href}>{t(step)}</Link>}
            </li>
          ))}
        </ul>
      )}
      <AdminForm
        name="status"
        action={changeStatus}
        initial={freshState({}, product.version)}
        words={await adminWords()}
        hidden={{ _product: product.id }}
      >
        <div className="actions">
          {!isSold && isReady && (
            <ActButton act="active" look="act">
              {t("toActive")}
            </ActButton>
          )}
          {!isSold && !isReady && (
            <p className="small">
              <Icon name="info" /> {t("notYet")}
            </p>
          )}
          {product.status !== "draft" && <ActButton act="draft">{t("toDraft")}</ActButton>}
          {product.status !== "archived" && (
            <ActButton act="archived" look="quiet">
              {t("toArchived")}
            </ActButton>
          )}
        </div>
      </AdminForm>
    </section>
  );
};
