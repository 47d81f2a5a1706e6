import "server-only";
import { env } from "./env";
import { keepForNobody } from "./making";

/** The services whose contracts are published. */
export const services = ["auth", "member", "product", "order", "payment"] as const;
export type Service = (typeof services)[number];

const origins: Record<Service, string> = {
  auth: env.authUrl,
  member: env.memberUrl,
  product: env.productUrl,
  order: env.orderUrl,
  payment: env.paymentUrl,
};

export const isService = (name: string): name is Service =>
  services.some((service) => service === name);

type Contract = { paths: object; servers: readonly { url: string }[] };

const isServer = (server: unknown) =>
  typeof server === "object" &&
  server !== null &&
  "url" in server &&
  typeof server.url === "string" &&
  URL.canParse(server.url);

const isContract = (body: unknown): body is Contract =>
  typeof body === "object" &&
  body !== null &&
  "paths" in body &&
  typeof body.paths === "object" &&
  body.paths !== null &&
  "servers" in body &&
  Array.isArray(body.servers) &&
  body.servers.every(isServer);

/** A service's OpenAPI document, or null when it does not answer in time. */
export const readDocument = async (service: Service): Promise<Contract | null> => {
  // A page that shows it says what answers now.
  keepForNobody();
  try {
    const reply = await fetch(`${origins[service]}/openapi.json`, {
      signal: AbortSignal.timeout(2_000),
      cache: "no-store",
    });
    const body: unknown = reply.ok ? await reply.json() : null;
    return isContract(body) ? body : null;
  } catch {
    return null;
  }
};
