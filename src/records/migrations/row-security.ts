import { type Kysely, type QueryExecutorProvider, sql } from 'kysely';
import { workspaceRole } from '../drivers/shared-driver.ts';

const scope = sql`current_setting('vigie.workspace', true)`;

/** From now on rows of the table are seen and written only by connections bound to their workspace, or to all. */
export async function secureByWorkspace(db: Kysely<unknown>, table: string, column = 'workspace'): Promise<void> {
  await secure(db, table, sql`${sql.ref(column)} = ${scope} or ${scope} = '*'`);
}

/** From now on the table is for connections of the whole installation only: accounts and what serves all workspaces. */
export async function secureByInstallation(db: Kysely<unknown>, table: string): Promise<void> {
  await secure(db, table, sql`${scope} = '*'`);
}

/** Rows of a workspace that are added and read, never changed; removed only by the installation, when their time is up. */
export async function secureAppendOnly(db: Kysely<unknown>, table: string): Promise<void> {
  const name = sql.table(table);
  await force(db, table);
  const own = sql`workspace = ${scope} or ${scope} = '*'`;
  await sql`create policy read_of_scope on ${name} for select using (${own})`.execute(db);
  await sql`create policy add_of_scope on ${name} for insert with check (${own})`.execute(db);
  await sql`create policy expire on ${name} for delete using (${scope} = '*')`.execute(db);
}

/** From now on the installation may take a person out of rows that nobody else changes. */
export async function allowErasing(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`create policy erase on ${sql.table(table)} for update using (${scope} = '*')`.execute(db);
}

async function secure(db: Kysely<unknown>, table: string, condition: ReturnType<typeof sql>): Promise<void> {
  await force(db, table);
  await sql`create policy of_scope on ${sql.table(table)} using (${condition}) with check (${condition})`.execute(db);
}

/** Forced, since the owner of a table is otherwise not held to it. */
async function force(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
  await sql`alter table ${sql.table(table)} force row level security`.execute(db);
}

/**
 * Row security never holds a superuser, which is what PGlite and many servers give us: connections bound to a workspace
 * then act as a role that it does hold. Roles belong to the whole server, so another database may have made it.
 */
export async function grantWorkspaceRole(db: QueryExecutorProvider): Promise<void> {
  const { rows } = await sql<{ bypasses: boolean; schema: string }>`
    select rolsuper or rolbypassrls as bypasses, current_schema() as schema from pg_roles where rolname = current_user
  `.execute(db);
  const [user] = rows;
  if (user?.bypasses !== true) return;
  const role = sql.ref(workspaceRole);
  await sql`
    do $$ begin
      create role ${role} nologin;
    exception when duplicate_object or unique_violation then null;
    end $$
  `.execute(db);
  await sql`grant usage on schema ${sql.ref(user.schema)} to ${role}`.execute(db);
  await sql`grant select, insert, update, delete on all tables in schema ${sql.ref(user.schema)} to ${role}`.execute(
    db,
  );
  await sql`grant usage on all sequences in schema ${sql.ref(user.schema)} to ${role}`.execute(db);
}
