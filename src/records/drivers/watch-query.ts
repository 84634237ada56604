import pg from 'pg';
import { patience } from './patience.ts';

/**
 * Waits for a statement as long as it takes, but not on a server that has fallen silent: then the connection is cut, and
 * the statement fails.
 */
export async function watchQuery<T>(client: pg.ClientBase, url: string, ask: () => Promise<T>): Promise<T> {
  let over = false;
  const watch = setInterval(async () => {
    if ((await answers(url)) || over) return;
    // A client with a statement under way is cut off at once.
    if (client instanceof pg.Client) client.end(() => undefined);
  }, patience.answer);
  try {
    return await ask();
  } finally {
    over = true;
    clearInterval(watch);
  }
}

/** Whether anybody answers at all; a refusal is an answer too, unless the server is just stopping or starting. */
async function answers(url: string): Promise<boolean> {
  const most = { connectionTimeoutMillis: patience.probe, query_timeout: patience.probe };
  const probe = new pg.Client({ connectionString: url, ...most });
  probe.on('error', () => undefined);
  try {
    await probe.connect();
    await probe.query('select 1');
    return true;
  } catch (error) {
    return error instanceof pg.DatabaseError && error.code?.startsWith('57P') !== true;
  } finally {
    probe.end(() => undefined);
  }
}
