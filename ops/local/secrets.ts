import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

import { UserError } from "@jangteo/shared/embedded/user-error";

import type { Folder } from "./folder.ts";

export type Secrets = ReturnType<typeof readSecrets>;

const kept = ({ secrets }: Folder): Record<string, string> => {
  if (!existsSync(secrets)) return {};
  try {
    return JSON.parse(readFileSync(secrets, "utf8"));
  } catch {
    throw new UserError(
      `${secrets} does not hold JSON.`,
      "Restore it: without it the data cannot be opened. Or start once with --reset.",
    );
  }
};

/** The shop's own secrets: drawn once, then kept, readable by nobody else. */
export const readSecrets = (folder: Folder) => {
  const known = kept(folder);
  const secret = (name: string): string => known[name] ?? randomBytes(32).toString("base64url");
  const drawn = {
    databaseOwner: secret("databaseOwner"),
    databaseMember: secret("databaseMember"),
    databaseProduct: secret("databaseProduct"),
    databaseOrder: secret("databaseOrder"),
    databasePayment: secret("databasePayment"),
    databaseMonitor: secret("databaseMonitor"),
    redisOwner: secret("redisOwner"),
    redisStorefront: secret("redisStorefront"),
    redisAuth: secret("redisAuth"),
    redisMember: secret("redisMember"),
    redisProduct: secret("redisProduct"),
    redisOrder: secret("redisOrder"),
    redisPayment: secret("redisPayment"),
    redisGateway: secret("redisGateway"),
    redisMonitor: secret("redisMonitor"),
    storefrontClient: secret("storefrontClient"),
    orderClient: secret("orderClient"),
    paymentClient: secret("paymentClient"),
    sandboxApi: secret("sandboxApi"),
    sandboxWebhook: secret("sandboxWebhook"),
    storefrontSession: secret("storefrontSession"),
    token: secret("token"),
    pepper: secret("pepper"),
    idempotency: secret("idempotency"),
    oneTimeToken: secret("oneTimeToken"),
    secondFactor: secret("secondFactor"),
    webhook: secret("webhook"),
  };
  const draft = `${folder.secrets}.new`;
  writeFileSync(draft, JSON.stringify(drawn, null, 2), { mode: 0o600 });
  renameSync(draft, folder.secrets);
  return drawn;
};
