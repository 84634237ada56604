import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Where a test keeps its records: PGlite (`url` null), or a database of its own on the server that the run names. */
export interface TestDatabase {
  readonly url: string | null;
  drop(): Promise<void>;
}

/**
 * `TEST_DATABASE_URL` names a PostgreSQL server for the whole run; each caller gets a new database on it, empty or as the one
 * given is.
 */
export async function createTestDatabase(like: string | null = null): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) return { url: null, drop: async () => undefined };
  const name = `vigie_${randomUUID().replaceAll('-', '')}`;
  await run(server, `CREATE DATABASE ${name}${like === null ? '' : ` TEMPLATE ${nameOf(like)}`}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => drop(server, name) };
}

/** One made by `createTestDatabase`, by its URL; nothing where there is none. */
export async function dropDatabase(url: string | null): Promise<void> {
  const server = process.env.TEST_DATABASE_URL;
  if (server && url !== null) await drop(server, nameOf(url));
}

const nameOf = (url: string) => new URL(url).pathname.slice(1);

const IN_USE = '55006';

/** A pool that was closed is still closing its connections; only what stays after that is cut off. */
async function drop(server: string, name: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const left = await run(server, `DROP DATABASE ${name}`).then(
      () => null,
      (error: { code?: string }) => error,
    );
    if (left === null) return;
    if (left.code !== IN_USE) throw left;
    await sleep(100);
  }
  await run(server, `DROP DATABASE ${name} WITH (FORCE)`);
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
