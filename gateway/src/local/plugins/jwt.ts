import { verify } from "node:crypto";

import { LRUCache } from "lru-cache";
import { z } from "zod";

import type { Credential } from "../credentials.ts";
import { exit } from "../exchange.ts";
import { definePlugin } from "../plugin.ts";

const config = z.strictObject({
  key_claim_name: z.string(),
  claims_to_verify: z.tuple([z.literal("exp"), z.literal("nbf")]),
  maximum_expiration: z.int().positive(),
  header_names: z.tuple([z.literal("authorization")]),
  uri_param_names: z.tuple([]),
  cookie_names: z.tuple([]),
  run_on_preflight: z.literal(true),
});

const part = z.record(z.string(), z.unknown());
const times = z.object({ exp: z.number(), nbf: z.number() });
type Proven = { credential: Credential; exp: number; nbf: number };

const decode = (text: string) => {
  try {
    return part.safeParse(JSON.parse(Buffer.from(text, "base64url").toString())).data;
  } catch {
    return undefined;
  }
};

export const jwt = definePlugin("jwt", 1450, config, (rules, { clock }, { credentials }) => {
  const known = new LRUCache<string, Proven>({ max: 10_000 });

  const prove = (token: string): Proven | undefined => {
    const [, head = "", body = "", signature = ""] =
      /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(token) ?? [];
    const [header, claims] = [decode(head), decode(body)];
    const name = claims?.[rules.key_claim_name] ?? header?.[rules.key_claim_name];
    const credential = typeof name === "string" ? credentials.get(name) : undefined;
    const { data: life } = times.safeParse(claims);
    if (!credential || !life || header?.["alg"] !== "EdDSA") return undefined;
    const bytes = Buffer.from(`${head}.${body}`);
    if (!verify(null, bytes, credential.key, Buffer.from(signature, "base64url"))) return undefined;
    return { credential, ...life };
  };

  const remember = (token: string) => {
    const proven = known.get(token) ?? prove(token);
    if (proven) known.set(token, proven);
    return proven;
  };

  return {
    access: (exchange) => {
      const { headers } = exchange;
      const [, token = ""] = /^Bearer (\S+)$/i.exec(headers.get("authorization") ?? "") ?? [];
      const proven = remember(token);
      const now = clock().getTime() / 1000;
      const current =
        proven &&
        proven.exp > now &&
        proven.nbf <= now &&
        proven.exp - now <= rules.maximum_expiration;
      if (!current) {
        exit(exchange, 401, { "WWW-Authenticate": 'Bearer error="invalid_token"' });
        return;
      }
      headers.set("X-Consumer-ID", proven.credential.consumerId);
      headers.set("X-Consumer-Username", proven.credential.consumer);
      headers.set("X-Credential-Identifier", proven.credential.name);
    },
  };
});
