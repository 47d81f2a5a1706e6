import { z } from "zod";

import { pay } from "../../../../../domains/checkout/complete";
import { localeOf } from "../../../../../i18n/routing";
import { seeOther } from "../../../../../lib/see-other";
import { visitor } from "../../../../../lib/visitor";

type Context = { params: Promise<{ locale: string; id: string }> };

const Form = z.object({
  key: z.uuid(),
  mark: z.string().regex(/^[\w-]{43}$/),
  amount: z.string().regex(/^\d{1,15}$/),
  method: z.string().regex(/^[a-z_]{1,40}$/),
});

/** The press of the button. A browser that shows the form leaves it for another page either way. */
export const POST = async (request: Request, { params }: Context) => {
  const { locale: language, id } = await params;
  const locale = localeOf(language);
  const who = await visitor();
  if (!who.isSameOrigin) return new Response(null, { status: 403 });
  const sent = Form.safeParse(Object.fromEntries(await request.formData().catch(() => [])));
  if (!sent.success || !z.uuid().safeParse(id).success) return seeOther(`/${locale}/checkout`);
  return seeOther(await pay(who, locale, { id, ...sent.data }));
};
