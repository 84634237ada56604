import pg from 'pg';
import { patience } from './patience.ts';

/** How a session that holds locks behaves: the server ends it where it hangs, and it waits only so long for others. */
const lockSettings = `select set_config('idle_session_timeout', '60s', false), set_config('lock_timeout', '10s', false)`;

/** What all connections have in common; 64-bit integers come as numbers, as the embedded engine gives them. */
export function sessionOptions(url: string): pg.ClientConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  return {
    connectionString: url,
    types,
    connectionTimeoutMillis: patience.connection,
    keepAlive: true,
    application_name: 'vigie',
  };
}

/** Prepares a session that holds locks. */
export async function prepareLocking(session: pg.ClientBase): Promise<void> {
  await session.query(lockSettings);
}

/** A session of its own that holds locks. */
export async function connectSession(url: string): Promise<pg.Client> {
  const session = new pg.Client(sessionOptions(url));
  // A loss is told by its end, and by the statement under way.
  session.on('error', () => undefined);
  await session.connect();
  await prepareLocking(session);
  return session;
}
