import { afterAll } from "bun:test";

import { connect } from "../src/database.ts";
import { admin, databaseUrl, prepare, roleUrl } from "./postgres.ts";

/**
 * A migrated database of its own for the calling test file, seen as the service's own role sees it;
 * dropped afterwards. `adminUrl` logs in as the owner.
 */
export const testDatabase = async (service: string) => {
  const { url, template } = await prepare(service);
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  await admin(url, (sql) => sql.unsafe(`create database ${name} template ${template}`));
  const adminUrl = databaseUrl(url, name);
  const db = connect(roleUrl(adminUrl, service), { max: 8 });
  afterAll(async () => {
    await db.$client.end();
    await admin(url, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
  });
  return { db, url: roleUrl(adminUrl, service), adminUrl };
};
