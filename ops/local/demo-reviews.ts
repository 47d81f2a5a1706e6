import { createHmac } from "node:crypto";

import postgres from "postgres";
import { z } from "zod";

import { buyers } from "../demo/reviews.ts";
import { payAt } from "../load/purchase.ts";
import { type Doors, post, signUp } from "./demo-members.ts";

type Shop = Doors & { orderUrl: string; productUrl: string; storefrontUrl: string };
type Buyer = (typeof buyers)[number];

const home = {
  ...{ telephone: "010-1234-5678", addressCountry: "KR", postalCode: "04524" },
  ...{ addressRegion: null, addressLocality: null },
  ...{ streetAddress: "서울 중구 세종대로 110", extendedAddress: null },
};

/** Known to this shop alone: nobody is told a password of theirs. */
const passwordOf = ({ clientSecret }: Doors, { email }: Buyer) =>
  createHmac("sha256", clientSecret).update(email).digest("base64url");

const SignedIn = z.object({ access_token: z.string() });
const Piece = z.object({ variantId: z.uuid().nullable(), stock: z.int() });
const Checkout = z.object({
  id: z.uuid(),
  order: z.object({ id: z.uuid() }).nullable(),
  totals: z.object({ total: z.object({ amount: z.number(), currency: z.string() }) }),
  nextAction: z.object({ url: z.string() }).nullable(),
});
const Cart = z.object({ lines: z.array(z.object({ variantId: z.uuid() })) });
const Orders = z.object({ items: z.array(z.object({ id: z.uuid() })) });

const logIn = async (shop: Shop, buyer: Buyer) => {
  const authorization = `Basic ${btoa(`storefront:${encodeURIComponent(shop.clientSecret)}`)}`;
  const login = { email: buyer.email, password: passwordOf(shop, buyer), ipAddress: "127.0.0.1" };
  const said = await post(`${shop.authUrl}/v1/sessions`, login, { authorization });
  return SignedIn.parse(JSON.parse(said)).access_token;
};

/** What a buyer wants that one can buy: a variant for each of their pieces. */
const wantedBy = async ({ productUrl }: Shop, { said }: Buyer) => {
  const found = said.map(async ([slug]) => {
    const reply = await fetch(`${productUrl}/v1/products/${slug}`);
    const { data } = Piece.safeParse(reply.ok ? await reply.json() : null);
    return data && data.stock > 0 && data.variantId !== null ? [data.variantId] : [];
  });
  return (await Promise.all(found)).flat();
};

/** Buys as anybody does: cart, address, the provider's page, order. Answers the order's id. */
const purchase = async (shop: Shop, buyer: Buyer): Promise<string | undefined> => {
  const token = await logIn(shop, buyer);
  const headers = {
    authorization: `Bearer ${token}`,
    ...{ "accept-language": buyer.language, "x-currency": "KRW" },
  };
  const listed = await fetch(`${shop.orderUrl}/v1/orders`, { headers });
  const [known] = Orders.parse(await listed.json()).items;
  if (known) return known.id;
  const send = (path: string, body?: unknown, method = "POST") =>
    post(
      `${shop.orderUrl}/v1${path}`,
      body,
      { ...headers, "idempotency-key": crypto.randomUUID() },
      method,
    );
  const wanted = await wantedBy(shop, buyer);
  if (wanted.length === 0) return undefined;
  const shown = await fetch(`${shop.orderUrl}/v1/carts/current`, { headers });
  const lying = Cart.parse(await shown.json()).lines.map(({ variantId }) => variantId);
  for (const variantId of wanted.filter((one) => !lying.includes(one)))
    await send("/carts/current/lines", { variantId, quantity: 1 });
  const { id } = Checkout.parse(JSON.parse(await send("/checkouts")));
  const given = {
    ...{ email: buyer.email, shippingAddress: { ...home, name: buyer.name } },
    ...{ shippingMethod: "standard", paymentMethod: "card" },
  };
  const { totals } = Checkout.parse(JSON.parse(await send(`/checkouts/${id}`, given, "PATCH")));
  const returnUrl = `${shop.storefrontUrl}/checkout/${id}/return`;
  const agreed = { total: totals.total, returnUrl };
  const complete = async () =>
    Checkout.parse(JSON.parse(await send(`/checkouts/${id}/completion`, agreed)));
  const { nextAction } = await complete();
  if (nextAction) await payAt(nextAction.url);
  return (await complete()).order?.id;
};

type Member = { id: string; email: string; heard: boolean };

/** The buyers who signed up, and whether they have said what they have to say. */
const membersIn = async (databaseUrl: string) => {
  const sql = postgres(databaseUrl, { max: 1 });
  const rows = await sql<Member[]>`
    select id, email, exists (select from "order".reviews where author = id::text) as heard
    from member.members where email in ${sql(buyers.map(({ email }) => email))}`;
  await sql.end({ timeout: 1 });
  return new Map(rows.map((row) => [row.email, row]));
};

/**
 * Has the demo buyers sign up and buy, and answers for `order/src/seed-reviews.ts` what arrives at
 * whom, and what they say of it. Who has bought before does not again.
 */
export const buyForReviews = async (shop: Shop & { databaseUrl: string }) => {
  const known = await membersIn(shop.databaseUrl);
  const missing = buyers.filter(({ email }) => !known.has(email));
  if (missing.length > 0)
    await signUp(
      shop,
      missing.map((buyer) => {
        const { email, name, language } = buyer;
        return { email, name, language, password: passwordOf(shop, buyer) };
      }),
    );
  const members = await membersIn(shop.databaseUrl);
  const bought = [];
  for (const buyer of buyers) {
    const member = members.get(buyer.email);
    if (!member || member.heard) continue;
    const order = await purchase(shop, buyer);
    const { language, name: authorName } = buyer;
    const said = buyer.said.map(([slug, rating, text]) => ({
      ...{ slug, rating, text, authorName, language },
    }));
    if (order !== undefined) bought.push({ member: member.id, order, said });
  }
  return bought;
};
