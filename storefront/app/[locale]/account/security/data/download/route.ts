import { hasLocale } from "next-intl";
import { redirect } from "next/navigation";

import { loginPath } from "../../../../../../domains/account/submission";
import { routing } from "../../../../../../i18n/routing";
import { asMember } from "../../../../../../lib/members";
import { asBuyer } from "../../../../../../lib/orders";
import { visitor } from "../../../../../../lib/visitor";

type Context = { params: Promise<{ locale: string }> };

/** Everything the shop keeps about the member, as a file. */
export const GET = async (_request: Request, { params }: Context) => {
  const asked = (await params).locale;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const page = `/${locale}/account/security/data`;
  const who = await visitor();
  const outcome = await asMember(who, (members) => members.me.export.$get(), { reading: true });
  if (outcome.kind === "signed out") redirect(loginPath(locale, { page }));
  if (outcome.kind === "unproven") redirect(`${page}?confirm=1`);
  if (outcome.kind !== "reply" || outcome.reply.status !== 200) redirect(`${page}?failed=1`);
  const bought = await asBuyer({ ...who, guest: undefined }, (orders) =>
    orders.orders.export.$get({ header: { "accept-language": locale } }),
  );
  if (bought.kind === "signed out") redirect(loginPath(locale, { page }));
  if (bought.kind === "unproven") redirect(`${page}?confirm=1`);
  // Half of it would look like all of it.
  if (bought.kind !== "reply" || bought.reply.status !== 200) redirect(`${page}?failed=1`);
  const whole = { ...(await outcome.reply.json()), purchases: await bought.reply.json() };
  const day = new Date().toISOString().slice(0, 10);
  return new Response(JSON.stringify(whole, null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="jangteo-${day}.json"`,
      "cache-control": "private, no-store",
    },
  });
};
