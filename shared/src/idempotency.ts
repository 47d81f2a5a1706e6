import { createHmac } from "node:crypto";

import canonicalize from "canonicalize";
import type { Context, Input } from "hono";
import { routePath } from "hono/route";

import { systemClock, type Clock } from "./clock.ts";
import type { ServiceEnv } from "./context.ts";
import type { Db } from "./database.ts";
import { answerProblem, AppError, type Code } from "./problem.ts";
import {
  lockAndRead,
  nameOf,
  readStored,
  save,
  type Scope,
  type Stored,
  type Table,
} from "./stored-answers.ts";

type Call = { scope: Scope; fingerprint: string; now: Date };

export type Idempotency = {
  db: Db;
  table: Table;
  /** Keys the fingerprint, so that a stored one cannot be tested against guessed passwords. */
  secret: string;
  clock?: Clock;
  /** Seconds an answer is kept. */
  retention?: number;
};

const day = 86_400;
/** Business refusals that a retry would meet again; everything else is executed afresh. */
const lasting: Code[] = ["not_found", "conflict"];

const scopeOf = <P extends string, I extends Input>(c: Context<ServiceEnv, P, I>): Scope => ({
  subject: c.get("identity").sub,
  route: `${c.req.method} ${routePath(c, -1)}`,
  key: (c.req.header("idempotency-key") ?? "").replace(/^"(.*)"$/, "$1"),
});

const fingerprintOf = async <P extends string, I extends Input>(
  c: Context<ServiceEnv, P, I>,
  { route }: Scope,
  secret: string,
) => {
  const query = Object.entries(c.req.queries()).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const body: unknown = c.req.raw.body === null ? null : await c.req.json();
  const parts = canonicalize([route, c.req.param(), query, body]) ?? "";
  return createHmac("sha256", secret).update(parts).digest("base64url");
};

const inFlight = () =>
  new AppError("in_flight", "The first request with this key is still running", {
    headers: { "retry-after": "1" },
  });

const keptHeaders = ["content-type", "location", "etag"];
const toStored = async (response: Response, fingerprint: string): Promise<Stored> => ({
  fingerprint,
  status: response.status,
  headers: Object.fromEntries([...response.headers].filter(([name]) => keptHeaders.includes(name))),
  body: await response.clone().text(),
});

const replay = ({ status, headers, body, ...stored }: Stored, fingerprint: string) => {
  if (stored.fingerprint !== fingerprint)
    throw new AppError("key_reused", "This Idempotency-Key was used with another request");
  return new Response(body === "" ? null : body, {
    status,
    headers: { ...headers, "idempotency-replayed": "true" },
  });
};

/** A stored answer was made by the same route, so it has the type of the route's answers. */
const asAnswerOf = <R extends Response>(_work: Work<R, never>, response: Response): R =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  response as R;

type Work<R, T> = (tx: Db, prepared: T) => Promise<R>;

/**
 * `once(c, work)` runs `work` once for one Idempotency-Key, in the transaction that stores its
 * answer; the answer leaves after the commit. A lasting refusal undoes the work and is stored too.
 * `onceAfter(c, prepare, work)` does expensive pure work, such as hashing, before the transaction,
 * and only when no answer is stored yet.
 * `onceByItself(c, work, isFinal)` is for work that happens once however often it is asked, in transactions of
 * its own: its answer is stored afterwards, in one statement, and only if it is final.
 */
export const createOnce = (options: Idempotency) => {
  const { db, table, secret, clock = systemClock, retention = day } = options;
  const preparing = new Set<string>();

  const keep = async (tx: Db, { scope, fingerprint, now }: Call, response: Response) => {
    const kept = await toStored(response, fingerprint);
    const expiresAt = new Date(now.getTime() + retention * 1000);
    return save(tx, table, { ...scope, ...kept, expiresAt }, now);
  };

  const settle = <R extends Response>(call: Call, work: Work<R, undefined>) =>
    db.transaction(async (tx) => {
      const { scope, fingerprint, now } = call;
      const { locked, stored } = await lockAndRead(tx, table, scope, now);
      if (stored) return asAnswerOf(work, replay(stored, fingerprint));
      if (!locked) throw inFlight();
      const response = await work(tx, undefined);
      if (!(await keep(tx, call, response))) throw inFlight();
      return response;
    });

  const callOf = async <P extends string, I extends Input>(c: Context<ServiceEnv, P, I>) => {
    const scope = scopeOf(c);
    return { scope, fingerprint: await fingerprintOf(c, scope, secret), now: clock() };
  };

  const run = async <R extends Response, P extends string, I extends Input>(
    c: Context<ServiceEnv, P, I>,
    call: Call,
    work: Work<R, undefined>,
  ) => {
    try {
      return await settle(call, work);
    } catch (error) {
      if (!(error instanceof AppError && lasting.includes(error.code))) throw error;
      return settle(call, async () => asAnswerOf(work, answerProblem(c, error)));
    }
  };

  const once = async <R extends Response, P extends string, I extends Input>(
    c: Context<ServiceEnv, P, I>,
    work: Work<R, undefined>,
  ) => run(c, await callOf(c), work);

  /** The stored answer, or that of `work`; duplicates that arrive meanwhile are told at once. */
  const unlessStored = async <R extends Response>(call: Call, work: () => Promise<R>) => {
    const name = nameOf(call.scope);
    const known = await readStored(db, table, call.scope, call.now);
    if (known) return asAnswerOf(work, replay(known, call.fingerprint));
    if (preparing.has(name)) throw inFlight();
    preparing.add(name);
    try {
      return await work();
    } finally {
      preparing.delete(name);
    }
  };

  const onceAfter = async <R extends Response, P extends string, I extends Input, T>(
    c: Context<ServiceEnv, P, I>,
    prepare: () => Promise<T>,
    work: Work<R, T>,
  ) => {
    const call = await callOf(c);
    return unlessStored(call, async () => {
      const prepared = await prepare();
      return run(c, call, (tx) => work(tx, prepared));
    });
  };

  const onceByItself = async <R extends Response, P extends string, I extends Input>(
    c: Context<ServiceEnv, P, I>,
    work: () => Promise<R>,
    isFinal: (response: R) => boolean = () => true,
  ) => {
    const call = await callOf(c);
    return unlessStored(call, async () => {
      const response = await work();
      if (!isFinal(response) || (await keep(db, call, response))) return response;
      const first = await readStored(db, table, call.scope, call.now);
      return first ? asAnswerOf(work, replay(first, call.fingerprint)) : response;
    });
  };

  return { once, onceAfter, onceByItself };
};
