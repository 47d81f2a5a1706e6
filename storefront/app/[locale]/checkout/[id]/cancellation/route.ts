import { onwardOf, pathsOf } from "../../../../../domains/checkout/checkout";
import { cancel } from "../../../../../domains/checkout/complete";
import { localeOf } from "../../../../../i18n/routing";
import { seeOther } from "../../../../../lib/see-other";
import { visitor } from "../../../../../lib/visitor";

type Context = { params: Promise<{ locale: string; id: string }> };

/** Lets a payment be that was begun; one that was made meanwhile leads to its order. */
export const POST = async (_request: Request, { params }: Context) => {
  const { locale: language, id } = await params;
  const locale = localeOf(language);
  const who = await visitor();
  if (!who.isSameOrigin) return new Response(null, { status: 403 });
  const checkout = await cancel(who, locale, id);
  if (checkout === "none") return seeOther(`/${locale}/checkout`);
  if (checkout === null) return seeOther(`/${locale}/checkout?trouble=away#told`);
  return seeOther(onwardOf(locale, checkout) ?? pathsOf(locale, id).back);
};
