/** A request: a GET, unless it says otherwise. */
export type Ask = {
  url: string;
  headers?: Record<string, string>;
  method?: "POST" | "PATCH";
  /** What is sent as JSON. */
  body?: unknown;
};

/** `ok`, `status 503`, `timeout`, or what the connection died of, such as `ECONNREFUSED`. */
export type Outcome = string;
export type Send = (ask: Ask) => Promise<Outcome>;
/** Several requests, each after the answer to the last: what somebody does, not what is asked once. */
export type Errand = () => Promise<Outcome>;

const isLoopback = (hostname: string) =>
  hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);

/** Refuses to load anybody else's machine. */
export const requireLoopback = (url: string): void => {
  const { hostname } = new URL(url);
  if (!isLoopback(hostname)) throw new Error(`${hostname} is not this machine`);
};

export const kindOf = (error: unknown): string => {
  if (!(error instanceof Error)) return "unknown";
  if (error.name === "TimeoutError") return "timeout";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
};

/** As `fetch` takes it. */
export const requestOf = ({ headers = {}, method, body }: Ask) => ({
  method: method ?? "GET",
  headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
  redirect: "manual" as const,
  ...(body !== undefined && { body: JSON.stringify(body) }),
});

/** Sends a request and reads the answer to its end. */
export const sendWithin =
  (timeoutMs: number): Send =>
  async (ask) => {
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const reply = await fetch(ask.url, { ...requestOf(ask), signal });
      await reply.arrayBuffer();
      return reply.ok ? "ok" : `status ${reply.status}`;
    } catch (error) {
      return kindOf(error);
    }
  };
