import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";

import { findTarget, TargetRefused, type Targets } from "./targets.ts";

export type Post = {
  url: string;
  body: string;
  headers: Record<string, string>;
};
/** A status and the first bytes of the answer, or why there is none. */
export type Reply =
  | { status: number; answer: string; error: null }
  | { status: null; answer: null; error: string };

const mostBytes = 1024;

/** Postgres takes no NUL. */
const readable = (bytes: Buffer) =>
  new TextDecoder().decode(bytes.subarray(0, mostBytes)).replaceAll("\0", "\u{FFFD}");

type Found = Awaited<ReturnType<typeof findTarget>>;

/** Over a connection of its own to the address that was checked, named for TLS as the URL names it. */
const exchange = ({ target, host, address }: Found, { body, headers }: Post, signal: AbortSignal) =>
  new Promise<Reply>((resolve, reject) => {
    const isSecure = target.protocol === "https:";
    const request = (isSecure ? https : http).request(
      {
        ...{ host: address, path: target.pathname + target.search, method: "POST", signal },
        port: target.port || (isSecure ? 443 : 80),
        ...(isSecure && isIP(host) === 0 && { servername: host }),
        agent: false,
        headers: {
          ...headers,
          host: target.host,
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          "user-agent": "Jangteo-Webhooks/1",
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        const done = () => {
          const answer = readable(Buffer.concat(chunks));
          resolve({ status: response.statusCode ?? 0, answer, error: null });
        };
        response.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          if (chunks.reduce((sum, { length }) => sum + length, 0) < mostBytes) return;
          done();
          response.destroy();
        });
        response.on("end", done);
        response.on("error", reject);
      },
    );
    request.on("error", reject);
    request.end(body);
  });

const why = (error: unknown, signal: AbortSignal) => {
  if (signal.aborted) return "timeout";
  if (error instanceof TargetRefused) return `refused: ${error.message}`;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code === "" ? "connection failed" : code;
};

/** Sends once; follows no redirect, and waits no longer than `deadline` milliseconds in all. */
export const post = async (targets: Targets, what: Post, deadline: number): Promise<Reply> => {
  const signal = AbortSignal.timeout(deadline);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("timeout")));
  });
  const attempt = findTarget(targets, what.url).then((found) => exchange(found, what, signal));
  try {
    return await Promise.race([attempt, late]);
  } catch (error) {
    return { status: null, answer: null, error: why(error, signal) };
  }
};
