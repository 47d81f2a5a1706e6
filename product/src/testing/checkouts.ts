import type { Product, Reservation } from "../contract.ts";
import type { testProductService } from "../testing.ts";

type Service = Awaited<ReturnType<typeof testProductService>>;

/** Checkouts that hold the bowls of a shop, named by their numbers. */
export const testCheckouts = ({ app, get, tokens }: Service) => {
  const find = async (n: number) => (await (await get(`/v1/products/bowl-${n}`)).json()) as Product;
  const variantOf = async (n: number) => (await find(n)).variants[0]?.id ?? "";
  const stockOf = async (n: number) => (await find(n)).stock;

  const call = async (path: string, body: unknown) =>
    app.request(`/internal/reservations${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(await tokens.service("product")) },
      body: JSON.stringify(body),
    });
  const hold = async (lines: [n: number, quantity: number][], checkoutId = crypto.randomUUID()) => {
    const wanted = await Promise.all(
      lines.map(async ([n, quantity]) => ({ variantId: await variantOf(n), quantity })),
    );
    const reply = await call("", { checkoutId, lines: wanted });
    return { status: reply.status, checkoutId, body: (await reply.json()) as Reservation };
  };
  const turn = async (checkoutId: string, to: string) =>
    (await call(`/${checkoutId}/transitions`, { to })).status;
  /** Tells that some of a checkout was sent, or came back. */
  const tell = async (
    way: "shipments" | "returns",
    checkoutId: string,
    lines: [n: number, quantity: number][],
    id = crypto.randomUUID(),
  ) => {
    const told = await Promise.all(
      lines.map(async ([n, quantity]) => ({ variantId: await variantOf(n), quantity })),
    );
    return (await call(`/${checkoutId}/${way}`, { id, lines: told })).status;
  };
  return { tell, find, variantOf, stockOf, call, hold, turn };
};
