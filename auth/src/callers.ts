import type { ServiceEnv } from "@jangteo/shared/context";
import type { IsEnded } from "@jangteo/shared/denylist";
import { AppError } from "@jangteo/shared/problem";
import { createMiddleware } from "hono/factory";

import { authenticate, credentialsOf, type Client } from "./clients.ts";
import { basicChallenge } from "./oauth.ts";
import { sessionOver } from "./step-up.ts";

/** The shop's own client, which alone may speak for shoppers. */
export const firstPartyOf = (clients: Client[], header: string | undefined) => {
  const client = header === undefined ? undefined : authenticate(clients, credentialsOf(header));
  if (!client)
    throw new AppError("unauthenticated", "The client is unknown or its secret is wrong", {
      headers: basicChallenge,
    });
  if (!client.firstParty) throw new AppError("forbidden", "This client may not sign shoppers in");
  return client;
};

/** Refuses a token whose session has ended, though the token itself still runs. */
export const refuseEnded = (isEnded: IsEnded) =>
  createMiddleware<ServiceEnv>(async (c, next) => {
    const { sub, sid } = c.get("identity");
    if (await isEnded(sub, sid)) throw sessionOver();
    await next();
  });
