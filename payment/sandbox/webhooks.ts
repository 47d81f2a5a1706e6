import { createHmac } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

import type { Log } from "@jangteo/shared/log";

import type { Event, Journal } from "./journal.ts";
import type { SwitchBoard } from "./switches.ts";

type Options = {
  journal: Journal;
  switches: SwitchBoard;
  url: string;
  secret: string;
  log: Log;
};

const pauses = [500, 1000, 2000, 5000, 15_000, 60_000, 300_000];

/** `t=<seconds>,v1=<HMAC-SHA-256 of "t.body", in hex>`. */
const sign = (body: string, secret: string, now: Date) => {
  const time = Math.floor(now.getTime() / 1000);
  return `t=${time},v1=${createHmac("sha256", secret).update(`${time}.${body}`).digest("hex")}`;
};

/** Tells the merchant what happened, again and again until it answers 2xx. */
export const createWebhooks = ({ journal, switches, url, secret, log }: Options) => {
  const post = async (event: Event) => {
    const body = JSON.stringify(event);
    const headers = {
      "content-type": "application/json",
      "sandbox-signature": sign(body, secret, new Date()),
    };
    try {
      const signal = AbortSignal.timeout(5000);
      return (await fetch(url, { method: "POST", headers, body, signal })).ok;
    } catch {
      return false;
    }
  };
  const deliver = async (event: Event) => {
    for (const wait of pauses) {
      if (await post(event)) return journal.write({ delivered: event.id });
      await pause(wait);
    }
    log.warn("A webhook was never taken", { event: event.id });
  };
  const send = async (event: Event) => {
    const { webhooks = "sent", webhookDelay = 0 } = switches.of(event.data.id);
    if (webhooks === "held") return;
    if (webhooks === "lost") return journal.write({ delivered: event.id });
    await pause(webhookDelay);
    await Promise.all(Array.from({ length: webhooks === "twice" ? 2 : 1 }, () => deliver(event)));
  };
  return {
    send: (event: Event) => void send(event),
    /** Sends what is held, the latest first; returns how many were taken. */
    release: async () => {
      const held = [...journal.waiting.values()].toReversed();
      for (const event of held) await deliver(event);
      return held.length;
    },
  };
};
export type Webhooks = ReturnType<typeof createWebhooks>;
