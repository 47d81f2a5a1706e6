/** A GET: everything that this generator sends. */
export type Ask = { url: string; headers?: Record<string, string> };

/** `ok`, `status 503`, `timeout`, or what the connection died of, such as `ECONNREFUSED`. */
export type Outcome = string;
export type Send = (ask: Ask) => Promise<Outcome>;

const isLoopback = (hostname: string) =>
  hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);

/** Refuses to load anybody else's machine. */
export const requireLoopback = (url: string): void => {
  const { hostname } = new URL(url);
  if (!isLoopback(hostname)) throw new Error(`${hostname} is not this machine`);
};

const kindOf = (error: unknown): string => {
  if (!(error instanceof Error)) return "unknown";
  if (error.name === "TimeoutError") return "timeout";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
};

/** Sends a GET and reads the answer to its end. */
export const sendWithin =
  (timeoutMs: number): Send =>
  async ({ url, headers = {} }) => {
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const reply = await fetch(url, { headers, signal, redirect: "manual" });
      await reply.arrayBuffer();
      return reply.ok ? "ok" : `status ${reply.status}`;
    } catch (error) {
      return kindOf(error);
    }
  };
