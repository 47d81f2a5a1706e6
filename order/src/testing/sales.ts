import type { SalesOrder } from "../contract.ts";
import type { testOrderService } from "../testing.ts";
import type { Shopper } from "./shopper.ts";

type Service = Awaited<ReturnType<typeof testOrderService>>;

const newKey = (): string => crypto.randomUUID();

/** Staff who sell, and shoppers who have bought. */
export const testSales = async ({ app, tokens, goods, shopper }: Service) => {
  const bearerOf = (scope: string) =>
    tokens.access({ sub: crypto.randomUUID(), scope, roles: ["manager"] });
  const bearer = await bearerOf("orders:write refunds:write");
  const call = async (path: string, body?: object, { token = bearer, key = newKey() } = {}) =>
    app.request(`/v1/sales/orders${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": key,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const read = async (id: string) => (await (await call(`/${id}`)).json()) as SalesOrder;
  /** The order after something that must succeed. */
  const act = async (path: string, body: object = {}) => {
    const reply = await call(path, body);
    if (reply.status !== 200) throw new Error(`${path}: ${await reply.text()}`);
    return (await reply.json()) as SalesOrder;
  };
  /** An order of so many bowls, and who bought it. */
  const bought = async ({ units = 2, won = 38_000, member }: Bought = {}) => {
    const bowl = await goods.sell({ units: 9, won });
    const guest: Shopper = await shopper(member);
    await guest.add(bowl.variant, units);
    const { order } = await guest.buy();
    const id = order?.id ?? "";
    const line = (await read(id)).lines[0]?.id ?? "";
    return { id, line, guest, variant: bowl.variant };
  };
  const plan = async (id: string, lineId: string, quantity: number) => {
    const { fulfilments } = await act(`/${id}/fulfilments`, { lines: [{ lineId, quantity }] });
    return `/${id}/fulfilments/${fulfilments.at(-1)?.id}`;
  };
  const carried = { carrier: "CJ", trackingNumber: "1234-5678" };
  const ship = async (id: string, lineId: string, quantity: number) => {
    const path = await plan(id, lineId, quantity);
    await act(`${path}/shipment`, carried);
    return path;
  };
  const deliver = async (id: string, lineId: string, quantity: number) =>
    act(`${await ship(id, lineId, quantity)}/delivery`);
  /** The owner asks to return some; answers where staff decide on it. */
  const ask = async (guest: Shopper, id: string, lineId: string, quantity: number) => {
    const lines = [{ lineId, quantity, reason: "Too small" }];
    const reply = await guest.call(`/v1/orders/${id}/returns`, { body: { lines } });
    return { status: reply.status, path: `/${id}/returns/${(await read(id)).returns.at(-1)?.id}` };
  };
  return { bearerOf, call, read, act, bought, plan, ship, deliver, ask, carried };
};
type Bought = { units?: number; won?: number; member?: string };

/** The rule that a refusal names. */
export const ruleOf = async (reply: Response) => {
  const { errors } = (await reply.json()) as { errors?: { rule: string }[] };
  return [reply.status, errors?.[0]?.rule];
};
