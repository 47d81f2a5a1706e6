import { expect, test } from "bun:test";

import { uuidv7 } from "@jangteo/shared/id";
import { ratings, reviews } from "@jangteo/shared/schema/order/reviews";
import { eq } from "drizzle-orm";

import type { OwnReview, Received, Review, SalesReview } from "./contract.ts";
import { forgetMember } from "./forgetting.ts";
import { testOrderService } from "./testing.ts";
import { ruleOf, testSales } from "./testing/sales.ts";
import type { Shopper } from "./testing/shopper.ts";

const service = await testOrderService();
const { app, db } = service;
const sales = await testSales(service);
const bearer = await sales.bearerOf("reviews:write");

const read = async <T>(reply: Response | Promise<Response>) => (await (await reply).json()) as T;
const words = {
  ...{ rating: 4, text: "A little bluer than the picture.", authorName: "Seoyeon" },
  language: "en" as const,
};
type Said = Partial<typeof words>;

/** A member to whom a bowl was sent, and what they can do about it. */
const receiver = async ({ arrived = true } = {}) => {
  const member = crypto.randomUUID();
  const { id, line, guest } = await sales.bought({ units: 2, member });
  if (arrived) await sales.deliver(id, line, 1);
  const product = (await guest.order(id)).lines[0]?.productId ?? "";
  return { member, id, guest, product, own: ownOf(guest, product) };
};
const ownOf = (who: Shopper, product: string) => {
  const path = `/v1/reviews/own/${product}`;
  return {
    read: () => read<Received>(who.call(path)),
    put: (said: Said = {}) => who.call(path, { method: "PUT", body: { ...words, ...said } }),
    remove: () => who.call(path, { method: "DELETE" }),
  };
};

type Page = { items: Review[]; next: string | null; total: number; average: number | null };
const shown = (product: string, more = "") =>
  read<Page & { counts: number[] }>(app.request(`/v1/reviews?product=${product}${more}`));

const staff = (path: string, body?: object, headers: Record<string, string> = {}) =>
  app.request(`/v1/sales/reviews${path}`, {
    ...(body && { method: "PUT", body: JSON.stringify(body) }),
    headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json", ...headers },
  });
const decide = (id: string, version: number, body: object = { state: "published" }) =>
  staff(`/${id}/moderation`, body, { "if-match": `"${version}"` });
const put = async (own: ReturnType<typeof ownOf>, said: Said = {}) => {
  const reply = await own.put(said);
  expect(reply.status).toBe(200);
  return read<OwnReview>(reply);
};

test("who received a piece says what it is like, and it is shown once staff have read it", async () => {
  const { own, product, guest, id } = await receiver();
  expect((await guest.order(id)).can).toContain("review");
  expect(await own.read()).toMatchObject({ productId: product, review: null });
  const review = await put(own);
  expect(review).toMatchObject({ ...words, state: "pending" });
  expect(await shown(product)).toMatchObject({ items: [], total: 0, average: null });
  expect((await decide(review.id, 1)).status).toBe(200);
  const { items, ...counted } = await shown(product);
  const { rating, text, authorName } = words;
  expect(items).toEqual([
    { id: review.id, rating, text, authorName, language: "en", createdAt: review.createdAt },
  ]);
  expect(counted).toEqual({ next: null, total: 1, average: 4, counts: [0, 0, 0, 1, 0] });
  expect((await own.read()).review?.state).toBe("published");
  expect(service.errors).toEqual([]);
}, 60_000);

test("nobody says anything of what did not arrive, of another's piece, or as a guest", async () => {
  const waiting = await receiver({ arrived: false });
  expect(await ruleOf(await waiting.own.put())).toEqual([409, "not_received"]);
  expect((await waiting.guest.order(waiting.id)).can).not.toContain("review");
  const { product } = await receiver();
  const stranger = await service.shopper(crypto.randomUUID());
  expect(await ruleOf(await ownOf(stranger, product).put())).toEqual([409, "not_received"]);
  expect((await stranger.call(`/v1/reviews/own/${product}`)).status).toBe(404);
  const guest = await service.shopper();
  expect((await ownOf(guest, product).put()).status).toBe(403);
  expect(await db.$count(reviews, eq(reviews.productId, product))).toBe(0);
}, 60_000);

test("what is changed waits again, what is sent twice does not, and a decision is about what was read", async () => {
  const { own, product } = await receiver();
  const { id } = await put(own);
  await decide(id, 1);
  expect(await put(own)).toMatchObject({ id, state: "published" });
  expect(await put(own, { text: "Warm water wakes its colour." })).toMatchObject({
    ...{ id, state: "pending" },
  });
  expect((await shown(product)).total).toBe(0);
  expect((await decide(id, 1)).status).toBe(412);
  const rejected = { state: "rejected", note: "It names another person" };
  expect((await decide(id, 2, rejected)).status).toBe(200);
  expect((await decide(id, 2, rejected)).status).toBe(200);
  expect((await own.read()).review).toMatchObject(rejected);
  expect((await shown(product)).total).toBe(0);
  expect((await decide(crypto.randomUUID(), 1)).status).toBe(404);
  expect((await own.remove()).status).toBe(204);
  expect((await own.remove()).status).toBe(204);
  expect((await own.read()).review).toBeNull();
}, 60_000);

test("taking back what was never said leaves nothing behind, nor does what waits to be read", async () => {
  const { own, product, guest } = await receiver();
  const countOf = (id: string) => db.$count(ratings, eq(ratings.productId, id));
  const unknown = crypto.randomUUID();
  expect((await ownOf(guest, unknown).remove()).status).toBe(204);
  expect(await countOf(unknown)).toBe(0);
  const { id } = await put(own);
  expect(await countOf(product)).toBe(0);
  await decide(id, 1);
  expect(await countOf(product)).toBe(1);
}, 60_000);

test("sent by however many windows at once, one member's review is one", async () => {
  const { own, product } = await receiver();
  const given = Array.from({ length: 10 }, (_, at) => (at % 5) + 1);
  const replies = await Promise.all(given.map((rating) => own.put({ rating })));
  expect(replies.map(({ status }) => status)).toEqual(given.map(() => 200));
  expect(await db.$count(reviews, eq(reviews.productId, product))).toBe(1);
}, 60_000);

test("pages of what is shown, and of what waits, leave nothing out", async () => {
  const product = uuidv7();
  const many = Array.from({ length: 7 }, (_, at) => ({
    ...{ id: uuidv7(), productId: product, author: crypto.randomUUID(), rating: (at % 5) + 1 },
    ...{ product: { slug: "bowl", name: { ko: "다완", en: "Bowl" } }, language: "ko" as const },
    ...{ text: `번째 후기입니다 ${at}`, authorName: "민아", state: "published" as const },
  }));
  await db.insert(reviews).values(many);
  const ids = many.map(({ id }) => id).toSorted();
  const pages = async (after: string | null = null): Promise<Review[]> => {
    const page = await shown(product, `&limit=3${after === null ? "" : `&after=${after}`}`);
    expect(page).toMatchObject({ total: 7, average: 2.6, counts: [2, 2, 1, 1, 1] });
    return page.next === null ? page.items : [...page.items, ...(await pages(page.next))];
  };
  expect((await pages()).map(({ id }) => id)).toEqual(ids.toReversed());
  await db.update(reviews).set({ state: "pending" }).where(eq(reviews.productId, product));
  const queue = async (after = ""): Promise<SalesReview[]> => {
    const { items, next } = await read<{ items: SalesReview[]; next: string | null }>(
      staff(`?limit=2${after}`),
    );
    return next === null ? items : [...items, ...(await queue(`&after=${next}`))];
  };
  const waiting = (await queue()).filter((one) => one.product.id === product);
  expect(waiting.map(({ id }) => id)).toEqual(ids);
});

test("only who may moderate reads what waits and decides on it", async () => {
  const { own } = await receiver();
  const { id } = await put(own);
  const headers = { authorization: `Bearer ${await sales.bearerOf("orders:write")}` };
  expect((await staff("", undefined, headers)).status).toBe(403);
  const decided = await staff(
    `/${id}/moderation`,
    { state: "published" },
    {
      ...{ ...headers, "if-match": '"1"' },
    },
  );
  expect(decided.status).toBe(403);
}, 60_000);

test("who is erased takes along what they wrote, also what is being written just then", async () => {
  const { member, own, product } = await receiver();
  const { id } = await put(own);
  await decide(id, 1);
  await Promise.all([
    own.put({ text: "Written while the account is going away." }),
    forgetMember(db, member, uuidv7(), new Date()),
    own.put({ text: "And once more, while it is going away." }),
  ]);
  expect(await db.$count(reviews, eq(reviews.author, member))).toBe(0);
  expect((await shown(product)).total).toBe(0);
  expect(await ruleOf(await own.put())).toEqual([409, "not_received"]);
}, 60_000);
