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

async function secure(db: Kysely<unknown>, table: string, condition: ReturnType<typeof sql>): Promise<void> {
  const name = sql.table(table);
  // Forced, since the owner of a table is otherwise not held to it.
  await sql`alter table ${name} enable row level security`.execute(db);
  await sql`alter table ${name} force row level security`.execute(db);
  await sql`create policy of_scope on ${name} using (${condition}) with check (${condition})`.execute(db);
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
