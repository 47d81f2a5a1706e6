import type { Clock } from "@jangteo/shared/clock";
import type { Redis } from "ioredis";
import { LRUCache } from "lru-cache";

import type { Buckets } from "./buckets.ts";
import { authenticate, clientId, sha256, type Client, type Credentials } from "./clients.ts";
import { unlessAway, type Member } from "./member.ts";
import { throttled } from "./throttle.ts";

/** Milliseconds for which an answer of the member service is believed. */
const believed = { right: 30_000, wrong: 5000 };
/** Milliseconds for which a right one goes on while that service is away. */
const trusted = 15 * 60_000;

type Options = {
  clients: Client[];
  redis: Redis;
  member: Member;
  buckets: Buckets;
  clock: Clock;
};

/**
 * Finds the client that proves to be itself: one that the operator named, or else one that staff
 * registered at the member service. Only secrets that were not right lately are throttled, so that
 * nobody can lock a client out that works.
 */
export const createClientProof = ({ clients, redis, member, buckets, clock }: Options) => {
  const right = new LRUCache<string, { client: Client; at: number }>({ max: 10_000 });
  const wrong = new LRUCache<string, number>({ max: 10_000 });
  const asking = new Map<string, Promise<Client | undefined>>();
  const named = new Set(clients.map(({ id }) => id));

  const ask = async (id: string, secretHash: string, key: string) => {
    const at = clock().getTime();
    const scopes = await member.verifyClient(id, secretHash);
    if (!scopes) {
      right.delete(key);
      wrong.set(key, at);
      return undefined;
    }
    const client: Client = { id, secretHash, scopes, grants: ["client_credentials"] };
    right.set(key, { client, at });
    return client;
  };
  const again = async (id: string, secretHash: string, key: string, known: Client) => {
    const answer = await unlessAway(ask(id, secretHash, key));
    return answer === "away" ? known : answer;
  };
  const first = (id: string, secretHash: string, key: string) =>
    throttled(redis, {
      buckets: buckets.client(id),
      now: clock(),
      prove: () => ask(id, secretHash, key),
    });

  const registered = (id: string, secret: string) => {
    const secretHash = sha256(secret);
    const key = `${id} ${secretHash}`;
    const now = clock().getTime();
    const known = right.get(key);
    const age = now - (known?.at ?? -Infinity);
    if (known && age < believed.right) return known.client;
    if (now - (wrong.get(key) ?? -Infinity) < believed.wrong) return undefined;
    const proof =
      asking.get(key) ??
      (known && age < trusted
        ? again(id, secretHash, key, known.client)
        : first(id, secretHash, key)
      ).finally(() => asking.delete(key));
    asking.set(key, proof);
    return proof;
  };

  return async (credentials: Credentials | undefined) => {
    const { id, secret } = credentials ?? {};
    const mayBeRegistered =
      id !== undefined && secret && !named.has(id) && clientId.safeParse(id).success;
    return mayBeRegistered ? registered(id, secret) : authenticate(clients, credentials);
  };
};
export type Proof = ReturnType<typeof createClientProof>;
