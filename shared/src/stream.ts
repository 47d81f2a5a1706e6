import type { Redis } from "ioredis";

import type { Db } from "./database.ts";
import { describeError, type Log } from "./log.ts";
import { loop, readingLoop, type Loop } from "./loop.ts";
import { relay, type Event, type Outbox } from "./outbox.ts";
import { emptied, processMetrics, settledBy, timing } from "./process-metrics.ts";
import { enter } from "./spans.ts";
import { Entries, type Entry, Pending, Read, toEvent } from "./stream-entries.ts";
import { joinTrace, traceparent, withTrace } from "./trace.ts";

/** The stream of one service's events. */
export const streamOf = (service: string) => `events:{${service}}`;
/** Milliseconds an event stays: late consumers still find it, and what it says of a person goes. */
const kept = 7 * 86_400_000;

const messaging = (service: string, event: Event, operation: "send" | "process") => ({
  "messaging.system": "redis",
  "messaging.operation.type": operation,
  "messaging.destination.name": streamOf(service),
  "messaging.message.id": event.id,
});

/** From the outbox to the stream: a part of the request that caused the event. */
const sendingSpan = (service: string, event: Event) => {
  if (event.traceparent === null) return undefined;
  const cause = joinTrace(event.traceparent, event.id);
  return enter(cause, `send ${event.type}`, "producer", messaging(service, event, "send"));
};

/** Appends events to the service's Redis Stream, in order. */
export const sendTo = (redis: Redis, service: string) => async (events: Event[]) => {
  const pipeline = redis.pipeline();
  const sending = events.map((event) => ({ event, span: sendingSpan(service, event) }));
  for (const { event, span } of sending)
    pipeline.xadd(
      streamOf(service),
      "MINID",
      String(Date.now() - kept),
      "*",
      ...["id", event.id, "type", event.type],
      ...[
        "payload",
        JSON.stringify(event.payload),
        "traceparent",
        span ? traceparent(span.trace) : "",
      ],
    );
  const replies = await pipeline.exec();
  const failed = replies?.find(([error]) => error)?.[0];
  for (const { span } of sending) span?.end(failed ? { failure: failed } : {});
  if (failed) throw failed;
  for (const { type } of events)
    processMetrics.sent.inc({ messaging_destination_name: streamOf(service), event_type: type });
};

const batch = 100;

/** Publishes the outbox to Redis until stopped. */
export const startRelay = (db: Db, outbox: Outbox, redis: Redis, service: string, log: Log) => {
  const send = sendTo(redis, service);
  emptied.set(streamOf(service), Date.now());
  return loop(
    async () => {
      const start = Date.now();
      const sent = await relay(db, outbox, send, batch);
      if (sent === batch) return sent;
      emptied.set(streamOf(service), start);
      // What comes in the meantime goes together.
      return 0;
    },
    200,
    log,
  );
};

type Consumer = {
  /** A connection of its own: reads block. */
  redis: Redis;
  /** Whose events. */
  service: string;
  /** Who reads: a consumer group; each event reaches one process of it. */
  group: string;
  handle: (event: Event) => Promise<void>;
  log: Log;
  /** After so many tries an event goes to the dead letters. */
  tries?: number;
  /** Milliseconds after which an unacknowledged event is tried again. */
  retryAfter?: number;
};
/** Reads a service's events, at least once each, until stopped. */
export const startConsumer = (consumer: Consumer): Loop => {
  const { redis, service, group, handle, log, tries = 8, retryAfter = 5000 } = consumer;
  const stream = streamOf(service);
  const dead = `${stream}:dead:${group}`;
  const name = crypto.randomUUID();
  const of = { messaging_destination_name: stream, messaging_consumer_group_name: group };
  processMetrics.dead.inc(of, 0);

  /** Whether an event is done with: applied, or given up. */
  const apply = async (entry: Entry, attempt: number) => {
    const event = toEvent(entry);
    const cause = joinTrace(event.traceparent ?? undefined, event.id);
    const span = enter(cause, `process ${event.type}`, "consumer", {
      ...messaging(service, event, "process"),
      "messaging.consumer.group.name": group,
    });
    const settle = timing(processMetrics.processed, { ...of, event_type: event.type }, span);
    const applying = withTrace(span.trace, () => handle(event));
    settledBy(applying, settle);
    try {
      await applying;
    } catch (error) {
      log.warn("An event was not applied", { event: event.type, attempt, ...describeError(error) });
      if (attempt < tries) return false;
      const [, fields] = entry;
      await redis.xadd(dead, "*", ...fields);
      processMetrics.dead.inc(of);
      log.error("An event went to the dead letters", { event: event.type, event_id: event.id });
    }
    return true;
  };

  /** One after another; those that are done with are acknowledged together. */
  const applyAll = async (entries: Entry[], attempt = 1) => {
    const done: string[] = [];
    for (const entry of entries) if (await apply(entry, attempt)) done.push(entry[0]);
    if (done.length > 0) await redis.xack(stream, group, ...done);
  };

  /** Events that a process took and did not finish, because it failed or died. */
  const unfinished = async () => {
    const pending = Pending.parse(
      await redis.xpending(stream, group, "IDLE", retryAfter, "-", "+", 16),
    );
    for (const [entryId, , , deliveries] of pending) {
      const claimed = await redis.xclaim(stream, group, name, retryAfter, entryId);
      await applyAll(Entries.parse(claimed), deliveries + 1);
    }
  };

  const waits = Math.min(1000, retryAfter);
  const state = { hasGroup: false, lookedAt: 0 };
  /** A group that is there already is no failure; one that is gone with its Redis is made anew. */
  const join = async () => {
    await redis.xgroup("CREATE", stream, group, "0", "MKSTREAM").catch((error: Error) => {
      if (!error.message.startsWith("BUSYGROUP")) throw error;
    });
    state.hasGroup = true;
  };
  const read = async () => {
    if (!state.hasGroup) await join();
    if (Date.now() - state.lookedAt >= waits) {
      await unfinished();
      state.lookedAt = Date.now();
    }
    const reply = Read.parse(
      await redis.xreadgroup(
        ...(["GROUP", group, name, "COUNT", 16, "BLOCK", waits, "STREAMS", stream, ">"] as const),
      ),
    );
    const entries = reply?.[0]?.[1] ?? [];
    await applyAll(entries);
    return entries.length;
  };
  const round = () =>
    read().catch((error: unknown) => {
      state.hasGroup = false;
      throw error;
    });
  return readingLoop(redis, round, log);
};
