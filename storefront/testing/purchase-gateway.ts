import { afterAll } from "bun:test";

import { standInPurchases } from "./purchases";

/** The gateway before the stand-in: what the checkout asks, as far as the checkout asks it. */
export const standInGateway = () => {
  const shop = standInPurchases();
  const { state, problem, shown, newCheckout } = shop;
  const saved = { ...shop.address, id: crypto.randomUUID(), isDefault: true };

  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const asks = `${request.method} ${pathname}`;
    const [, , kind, id = "", what] = pathname.split("/");
    const text = request.method === "GET" ? "" : await request.text();
    const body = text === "" ? undefined : JSON.parse(text);
    const key = request.headers.get("idempotency-key") ?? "";
    if (request.method !== "GET") state.asked.push({ asks, key, body });
    if (asks === "GET /v1/members/me") return Response.json(shop.buyer);
    if (asks === "GET /v1/members/me/addresses") return Response.json({ items: [saved] });
    if (asks === "GET /v1/payment-methods") return Response.json({ items: shop.methods });
    if (asks === "GET /v1/carts/current") return Response.json(shop.cart());
    if (asks === "POST /v1/checkouts") {
      if (!state.inCart) return problem(409, "conflict");
      const last = state.checkouts.at(-1);
      const isLive = last && ["open", "processing", "requires_action"].includes(last.state);
      const checkout = isLive ? last : newCheckout(last);
      if (!isLive) state.checkouts.push(checkout);
      const now = checkout.state === "open" ? shown(checkout, state.raise) : checkout;
      return Response.json(now, { status: 201 });
    }
    if (asks === "GET /v1/orders") {
      const items = state.orders.map((order) => ({
        ...order,
        total: order.totals.total,
        units: 2,
        picture: null,
        name: "청자 다완",
      }));
      return Response.json({ items, next: null });
    }
    if (asks === "POST /v1/order-lookups") {
      const order = state.orders.find(
        (one) => one.number === body.number && one.email === body.email,
      );
      return order ? Response.json(order) : problem(404, "not_found");
    }
    if (kind === "orders") {
      const order = state.orders.find((one) => one.id === id);
      return order ? Response.json(order) : problem(404, "not_found");
    }
    if (kind !== "checkouts") return Response.json({ items: [], next: null, total: 0 });
    const checkout = state.checkouts.find((one) => one.id === id);
    if (!checkout) return problem(404, "not_found");
    if (what === "completion") return shop.complete(checkout, body.total.amount);
    if (request.method === "PATCH") {
      if (checkout.state !== "open") return problem(409, "conflict");
      const version = request.headers.get("if-match");
      if (version !== `"${checkout.version}"`) return problem(412, "precondition_failed");
      Object.assign(checkout, body, { version: checkout.version + 1 });
    }
    if (request.method === "DELETE" && checkout.state !== "completed")
      Object.assign(checkout, { state: "cancelled", nextAction: null });
    return Response.json(checkout.state === "open" ? shown(checkout, state.raise) : checkout);
  };
  const server = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: answer });
  afterAll(() => server.stop(true));
  return { ...shop, url: `http://127.0.0.1:${server.port}` };
};
