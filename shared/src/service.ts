import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";

import type { ServiceEnv } from "./context.ts";
import { isUnreachable } from "./database-errors.ts";
import { mountDocs } from "./docs.ts";
import { mountHealth, type Checks } from "./health.ts";
import { bounded } from "./in-flight.ts";
import { createLog, describeError, type Log } from "./log.ts";
import { createMetrics, measured, type Metrics, routeOf } from "./metrics.ts";
import {
  AppError,
  answerProblem,
  codeOfStatus,
  dependencyAway,
  type FieldError,
} from "./problem.ts";
import { isRedisAway } from "./redis.ts";
import { answered, enter, silent } from "./spans.ts";
import { joinTrace, withTrace } from "./trace.ts";

type Bodies = { maxBody: number; accepts: string[] };

type Options = {
  name: string;
  description: string;
  log?: Log;
  metrics?: Metrics;
  /** What `/readyz` asks before it says yes. */
  checks?: Checks;
  /** Largest body in bytes. */
  maxBody?: number;
  /** Most requests at a time, health and metrics aside; no bound when left out. */
  maxInFlight?: number | undefined;
  /** Media types of request bodies. */
  accepts?: string[];
  /** Paths that take other bodies than the rest. */
  uploads?: Record<string, Bodies>;
};

const places = {
  json: "body",
  form: "body",
  query: "query",
  param: "path",
  header: "header",
} as const;

/** What machines ask all the time, and no trace should be made of. */
const probes = new Set(["/livez", "/readyz", "/metrics"]);

const policy = "content-security-policy";

type Place = keyof typeof places | "cookie";
type Issue = z.core.$ZodIssue;

const pointerTo = (path: PropertyKey[]) => path.map((key) => `/${String(key)}`).join("");

const fieldErrors = (place: Place, issues: Issue[]): FieldError[] =>
  issues.flatMap((issue) => {
    const wrong = { in: place === "cookie" ? "header" : places[place], rule: issue.code } as const;
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({
        ...wrong,
        pointer: pointerTo([...issue.path, key]),
        detail: "is not a known field",
      }));
    return [{ ...wrong, pointer: pointerTo(issue.path), detail: issue.message }];
  });

const refuseInput = (place: Place, issues: Issue[]) => {
  const errors = fieldErrors(place, issues);
  const aboutKey = errors.some(({ pointer }) => pointer === "/idempotency-key");
  return new AppError("invalid", "The request is malformed", {
    errors,
    ...(aboutKey && { headers: { link: '</docs#description/idempotency>; rel="describedby"' } }),
  });
};

/** A body that no parser understands: all of it is wrong. */
const unreadable: FieldError = {
  ...{ in: "body", pointer: "", rule: "malformed" },
  detail: "cannot be read as what its Content-Type says",
};

const toAppError = (error: unknown) => {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException)
    return new AppError(codeOfStatus(error.status), error.message, {
      cause: error,
      ...(error.status === 400 && { errors: [unreadable] }),
    });
  if (isUnreachable(error) || isRedisAway(error)) return dependencyAway(error);
  return new AppError("internal", "Something went wrong", { cause: error });
};

const templateMatches = (template: string, path: string) =>
  new RegExp(`^${template.replaceAll(/[.]/g, "\\.").replaceAll(/:\w+|\{\w+\}/g, "[^/]+")}$`).test(
    path,
  );

const takes = ({ maxBody, accepts }: Bodies): MiddlewareHandler => {
  const limit = bodyLimit({
    maxSize: maxBody,
    onError: () => {
      throw new AppError("too_large", `The body must be at most ${maxBody} bytes`);
    },
  });
  return (c, next) => {
    const { method, raw } = c.req;
    if (method === "GET" || method === "HEAD" || raw.body === null) return next();
    const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
    if (!accepts.includes(type ?? ""))
      throw new AppError("unsupported_media_type", `The body must be ${accepts.join(" or ")}`);
    return limit(c, next);
  };
};

/** Of the headers that keep browsers from harm, those that say something of an answer that is no document; one that is sets more. */
const harmless = secureHeaders({
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  strictTransportSecurity: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
});

/** An app with the behaviour every service shares: ids, headers, limits, one error shape, health, docs. */
export const createService = (options: Options) => {
  const { name, description, checks = {}, maxBody = 64 * 1024, maxInFlight = Infinity } = options;
  const {
    log = createLog(name),
    metrics = createMetrics(name),
    accepts = ["application/json"],
    uploads = {},
  } = options;
  const app = new OpenAPIHono<ServiceEnv>({
    defaultHook: (result) => {
      if (!result.success) throw refuseInput(result.target, result.error.issues);
    },
  });

  app.use(async (c, next) => {
    const joined = joinTrace(c.req.header("traceparent"), c.req.header("x-request-id"));
    const { method, path } = c.req;
    const span = probes.has(path)
      ? silent(joined)
      : enter(joined, method, "server", { "http.request.method": method });
    c.set("trace", span.trace);
    await withTrace(span.trace, next);
    // With `c.header` there would be another answer each time, whose body is a stream.
    const { headers, status } = c.res;
    headers.set("x-request-id", joined.requestId);
    if (!headers.has(policy)) headers.set(policy, "default-src 'none'; frame-ancestors 'none'");
    const route = routeOf(c);
    const { attributes, ...ending } = answered(status);
    span.end({
      name: `${method} ${route}`.trim(),
      attributes: { ...attributes, "http.route": route },
      ...ending,
    });
  });
  app.use(measured(metrics));
  app.use(harmless);
  mountHealth(app, checks, metrics);
  app.use(bounded(maxInFlight, metrics, log));
  const guard = takes({ maxBody, accepts });
  app.use((c, next) => (Object.hasOwn(uploads, c.req.path) ? next() : guard(c, next)));
  for (const [path, bodies] of Object.entries(uploads)) app.use(path, takes(bodies));

  app.notFound((c) => {
    const others = app.routes
      .filter(({ method, path }) => method !== "ALL" && templateMatches(path, c.req.path))
      .map(({ method }) => method);
    if (others.length === 0) throw new AppError("not_found", "No such resource");
    throw new AppError("method_not_allowed", "The method is not allowed here", {
      headers: { allow: [...new Set(others)].join(", ") },
    });
  });
  app.onError((error, c) => {
    const known = toAppError(error);
    if (known.status >= 500)
      log.error(known.message, { code: known.code, ...describeError(known.cause ?? known) });
    return answerProblem(c, known);
  });

  mountDocs(app, name, description);
  return app;
};
