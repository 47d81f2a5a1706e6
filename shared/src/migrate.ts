import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

type Migration = {
  /** A role that may create roles and schemas. */
  adminUrl: string;
  service: string;
  folder: string;
  /** Of the service's login role. */
  password: string;
};

/** The login role of a service: it reads and writes the rows of its own schema, and nothing else. */
export const roleOf = (service: string) => `jangteo_${service}`;

/** Roles belong to the whole cluster: created once, under a lock, and never per database. */
export const ensureRole = async (adminUrl: string, service: string, password: string) => {
  const role = roleOf(service);
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtext('jangteo.roles'))`;
      const [known] = await tx`select 1 from pg_roles where rolname = ${role}`;
      const verb = known ? "alter" : "create";
      await tx.unsafe(`${verb} role ${role} login password '${password.replaceAll("'", "''")}'`);
    });
  } finally {
    await sql.end();
  }
};

/** Tables whose rows their service may add and read, and never change: `comment on table t is 'append-only'`. */
const appendOnlyTables = (sql: postgres.TransactionSql, schema: string) =>
  sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = ${schema}::regnamespace and relkind in ('r', 'p')
      and obj_description(oid, 'pg_class') = 'append-only'`;

/** Brings one service's schema up to date, one process at a time, and lets its role use it. */
export const migrateService = async ({ adminUrl, service, folder, password }: Migration) => {
  await ensureRole(adminUrl, service, password);
  const role = roleOf(service);
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(hashtext('jangteo.migrate'))`;
    await migrate(drizzle(sql), { migrationsFolder: folder, migrationsTable: service });
    await sql.begin(async (tx) => {
      await tx.unsafe(`
        grant usage on schema "${service}" to ${role};
        grant select, insert, update, delete on all tables in schema "${service}" to ${role};
        grant usage on all sequences in schema "${service}" to ${role};
      `);
      for (const { name } of await appendOnlyTables(tx, service))
        await tx.unsafe(`revoke update, delete on "${service}"."${name}" from ${role}`);
    });
  } finally {
    await sql.end();
  }
};
