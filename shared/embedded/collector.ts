import { z } from "zod";

const Value = z.object({
  stringValue: z.string().optional(),
  intValue: z.union([z.string(), z.number()]).optional(),
  doubleValue: z.number().optional(),
  boolValue: z.boolean().optional(),
});
const Attribute = z.object({ key: z.string(), value: Value });
const Attributes = z.array(Attribute).default([]);
const Span = z.object({
  traceId: z.string().regex(/^[\da-f]{32}$/),
  spanId: z.string().regex(/^[\da-f]{16}$/),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number().int(),
  startTimeUnixNano: z.coerce.bigint(),
  endTimeUnixNano: z.coerce.bigint(),
  attributes: Attributes,
  status: z.object({ code: z.number().int().optional() }).default({}),
});
const Export = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: Attributes }).default({ attributes: [] }),
      scopeSpans: z.array(z.object({ spans: z.array(Span) })),
    }),
  ),
});

const kinds = ["unspecified", "internal", "server", "client", "producer", "consumer"] as const;

type Told = string | number | boolean;
const toldBy = ({ stringValue, intValue, doubleValue, boolValue }: z.infer<typeof Value>): Told =>
  stringValue ??
  (intValue === undefined ? undefined : Number(intValue)) ??
  doubleValue ??
  boolValue ??
  "";
const record = (attributes: z.infer<typeof Attributes>): Record<string, Told> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, toldBy(value)]));

/** A span as a service told it; times in milliseconds since 1970. */
export type ToldSpan = {
  traceId: string;
  spanId: string;
  parentId: string | undefined;
  service: string;
  name: string;
  kind: (typeof kinds)[number];
  start: number;
  end: number;
  failed: boolean;
  attributes: Record<string, Told>;
};

const failed = 2;
const milliseconds = (nanoseconds: bigint) => Number(nanoseconds / 1000n) / 1000;

const spansOf = ({ resourceSpans }: z.infer<typeof Export>): ToldSpan[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = String(record(resource.attributes)["service.name"] ?? "");
    return scopeSpans
      .flatMap(({ spans }) => spans)
      .map((span) => ({
        traceId: span.traceId,
        spanId: span.spanId,
        parentId: span.parentSpanId === "" ? undefined : span.parentSpanId,
        service,
        name: span.name,
        kind: kinds[span.kind] ?? "unspecified",
        start: milliseconds(span.startTimeUnixNano),
        end: milliseconds(span.endTimeUnixNano),
        failed: span.status.code === failed,
        attributes: record(span.attributes),
      }));
  });

const most = 4 * 1024 * 1024;

const refuse = (status: number, message: string) => Response.json({ message }, { status });

/**
 * Answers `POST /v1/traces` as an OpenTelemetry collector does (OTLP 1.x over HTTP, JSON): 200 with what it
 * took, 400 for what is no such request, 413 above 4 MiB, 415 for another encoding.
 */
export const takeSpans = async (request: Request, take: (spans: ToldSpan[]) => void) => {
  if (request.method !== "POST") return refuse(405, "POST spans here");
  if (!(request.headers.get("content-type") ?? "").startsWith("application/json"))
    return refuse(415, "Spans are taken as application/json");
  const text = await request.text();
  if (text.length > most) return refuse(413, `At most ${most} bytes at a time`);
  const parsed = Export.safeParse(jsonOf(text));
  if (!parsed.success)
    return refuse(400, parsed.error.issues[0]?.path.join(".") ?? "This is no request for traces");
  take(spansOf(parsed.data));
  return Response.json({ partialSuccess: {} });
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
