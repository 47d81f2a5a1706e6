import { z } from "zod";

import { visitor } from "../../../../lib/visitor";
import { changeWishlist } from "../../../../lib/wishlists";

type Context = { params: Promise<{ locale: string }> };

const Form = z.object({
  id: z.uuid(),
  wanted: z.enum(["on", "off"]),
  place: z
    .string()
    .regex(/^[\w-]{1,80}$/)
    .catch(""),
});

const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } });

/** Where a heart's form goes without JavaScript; then back to where it stands. */
export const POST = async (request: Request, { params }: Context) => {
  const { locale } = await params;
  const who = await visitor();
  if (!who.isSameOrigin) return new Response(null, { status: 403 });
  const sent = Form.safeParse(Object.fromEntries(await request.formData().catch(() => [])));
  if (!sent.success) return new Response(null, { status: 400 });
  const { id, wanted, place } = sent.data;
  const param = { id };
  const outcome = await changeWishlist(who, async (wishlist) =>
    wanted === "on"
      ? wishlist.items[":id"].$put({ param })
      : wishlist.items[":id"].$delete({ param }),
  );
  const list = `/${locale}/wishlist`;
  const reply = outcome.kind === "reply" ? outcome.reply : undefined;
  if (reply?.ok) return seeOther(`${who.page ?? list}#${place}`);
  const trouble = reply?.status === 409 ? "full" : wanted === "on" ? "save" : "remove";
  return seeOther(`${list}?failed=${trouble}`);
};
