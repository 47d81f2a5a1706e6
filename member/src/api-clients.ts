import { Buffer } from "node:buffer";
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

import type { Db } from "@jangteo/shared/database";
import { AppError, invalidField } from "@jangteo/shared/problem";
import { apiClients, apiClientSecrets as secrets } from "@jangteo/shared/schema/member";
import { and, asc, desc, eq, gt, inArray, isNull, lte, or, sql } from "drizzle-orm";

import { record } from "./audit.ts";

/** Who does it, and when. */
type By = { sub: string; now: Date };
type Client = typeof apiClients.$inferSelect;
type Secret = typeof secrets.$inferSelect;

const longestOverlap = 7 * 86_400_000;
const mostSecrets = 5;
/** The shop's own clients of the token endpoint, and its services. */
const own = ["storefront", "auth", "member", "product", "order", "payment", "gateway"];

const missing = () => new AppError("not_found", "There is no such API client");
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const good = (now: Date) => or(isNull(secrets.expiresAt), gt(secrets.expiresAt, now));

const toSecret = ({ id, createdAt, expiresAt }: Secret) => ({
  id,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt?.toISOString() ?? null,
});

const toClient = ({ createdAt, disabledAt, ...client }: Client, held: Secret[]) => ({
  ...client,
  createdAt: createdAt.toISOString(),
  disabledAt: disabledAt?.toISOString() ?? null,
  secrets: held.filter(({ clientId }) => clientId === client.id).map(toSecret),
});

const goodSecrets = (db: Db, clientIds: string[], now: Date) =>
  db
    .select()
    .from(secrets)
    .where(and(inArray(secrets.clientId, clientIds), good(now)))
    .orderBy(desc(secrets.id));

const withSecrets = async (db: Db, clients: Client[], now: Date) => {
  const ids = clients.map(({ id }) => id);
  const held = await goodSecrets(db, ids, now);
  return clients.map((client) => toClient(client, held));
};

export const listClients = async (db: Db, now: Date) =>
  withSecrets(db, await db.select().from(apiClients).orderBy(asc(apiClients.id)), now);

export const findClient = async (db: Db, id: string, now: Date) => {
  const found = await db.select().from(apiClients).where(eq(apiClients.id, id));
  const [client] = await withSecrets(db, found, now);
  if (!client) throw missing();
  return client;
};

const drawSecret = async (db: Db, clientId: string, now: Date) => {
  const secret = randomBytes(32).toString("base64url");
  const [drawn] = await db
    .insert(secrets)
    .values({ clientId, secretHash: sha256(secret), createdAt: now })
    .returning();
  if (!drawn) throw new Error("insert returned no row");
  return { ...toSecret(drawn), secret };
};

const tell = (db: Db, { sub, now }: By, action: string, details: Record<string, unknown>) =>
  record(db, { action: `api_client.${action}`, actor: sub, at: now, details });

/** Makes a client with a secret that nobody can be shown again. */
export const registerClient = (
  db: Db,
  by: By,
  given: { id: string; name: string; scopes: string[] },
) =>
  db.transaction(async (tx) => {
    const { id, name } = given;
    const scopes = [...new Set(given.scopes)];
    if (own.includes(id)) throw new AppError("conflict", "The shop itself has this name");
    const [made] = await tx
      .insert(apiClients)
      .values({ id, name, scopes, createdBy: by.sub, createdAt: by.now })
      .onConflictDoNothing()
      .returning();
    if (!made) throw new AppError("conflict", "Another API client has this id");
    const { secret } = await drawSecret(tx, id, by.now);
    await tell(tx, by, "registered", { clientId: id, scopes });
    return { ...(await findClient(tx, id, by.now)), secret };
  });

type Change = {
  name?: string | undefined;
  scopes?: string[] | undefined;
  disabled?: boolean | undefined;
};

export const changeClient = (db: Db, by: By, id: string, version: number, change: Change) =>
  db.transaction(async (tx) => {
    const { name, scopes, disabled } = change;
    const [changed] = await tx
      .update(apiClients)
      .set({
        ...(name !== undefined && { name }),
        ...(scopes && { scopes: [...new Set(scopes)] }),
        ...(disabled === false && { disabledAt: null }),
        ...(disabled && {
          disabledAt: sql`coalesce(${apiClients.disabledAt}, ${by.now.toISOString()})`,
        }),
        version: sql`${apiClients.version} + 1`,
      })
      .where(and(eq(apiClients.id, id), eq(apiClients.version, version)))
      .returning();
    const client = await findClient(tx, id, by.now);
    if (!changed) throw new AppError("precondition_failed", "It changed since; read it again");
    await tell(tx, by, "changed", {
      clientId: id,
      scopes: client.scopes,
      disabledAt: client.disabledAt,
    });
    return client;
  });

/** One change at a time of what a client holds. */
const touch = async (db: Db, id: string) => {
  const [client] = await db
    .update(apiClients)
    .set({ version: sql`${apiClients.version} + 1` })
    .where(eq(apiClients.id, id))
    .returning();
  if (!client) throw missing();
};

/** Draws another secret; the others are good until `othersUntil`, and no longer than they were. */
export const rotateSecret = (db: Db, by: By, clientId: string, until?: string) =>
  db.transaction(async (tx) => {
    const end = until === undefined ? by.now : new Date(until);
    if (end.getTime() > by.now.getTime() + longestOverlap)
      throw invalidField("/othersUntil", "too_big", "Must be at most seven days ahead");
    await touch(tx, clientId);
    const ofClient = eq(secrets.clientId, clientId);
    const others = await tx
      .update(secrets)
      .set({ expiresAt: sql`least(${secrets.expiresAt}, ${end.toISOString()}::timestamptz)` })
      .where(ofClient)
      .returning({ expiresAt: secrets.expiresAt });
    const left = others.filter(({ expiresAt }) => expiresAt && expiresAt > by.now);
    if (left.length >= mostSecrets)
      throw new AppError("conflict", "Several secrets are still good; end one first");
    await tx.delete(secrets).where(and(ofClient, lte(secrets.expiresAt, by.now)));
    const drawn = await drawSecret(tx, clientId, by.now);
    const details = { clientId, secretId: drawn.id, othersUntil: end.toISOString() };
    await tell(tx, by, "secret_rotated", details);
    return drawn;
  });

export const removeSecret = (db: Db, by: By, clientId: string, id: string) =>
  db.transaction(async (tx) => {
    await touch(tx, clientId);
    const [removed] = await tx
      .delete(secrets)
      .where(and(eq(secrets.clientId, clientId), eq(secrets.id, id)))
      .returning({ id: secrets.id });
    if (!removed) throw new AppError("not_found", "There is no such secret");
    await tell(tx, by, "secret_removed", { clientId, secretId: id });
  });

const nobody = sha256("");
const same = (one: string, other: string) =>
  timingSafeEqual(Buffer.from(one, "hex"), Buffer.from(other, "hex"));

/** What the client may do that holds the secret with this hash. */
export const verifyClient = async (
  db: Db,
  { clientId, secretHash }: { clientId: string; secretHash: string },
  now: Date,
) => {
  const [client] = await db
    .select()
    .from(apiClients)
    .where(and(eq(apiClients.id, clientId), isNull(apiClients.disabledAt)));
  const held = await goodSecrets(db, [clientId], now);
  const hashes = held.length > 0 ? held.map((one) => one.secretHash) : [nobody];
  const right = hashes.filter((hash) => same(hash, secretHash)).length > 0;
  if (!client || !right || held.length === 0)
    throw new AppError("not_found", "The client is unknown or its secret is wrong");
  return { clientId, scopes: client.scopes };
};
