import { VigieError } from '#domain/error.ts';
import { mapClickHouseError } from './clickhouse-error.ts';

/** How long to wait for an answer before asking whether the server is there at all. */
const PATIENCE_MS = 4_000;
const PROBE_MS = 2_500;

/** What a gateway says in the place of a server that is away. */
const awayStatuses: ReadonlySet<number> = new Set([502, 503, 504]);

/** Runs a call of the client, which is to end where the signal is aborted. */
export type Watch = <T>(ask: (signal?: AbortSignal) => Promise<T>) => Promise<T>;

/**
 * Waits for a call as long as it takes, but not on a server that has fallen silent. What the client throws comes out as our
 * error where the server is away.
 */
export function watchServer(url: URL): Watch {
  const ping = new URL('/ping', url);
  Object.assign(ping, { username: '', password: '' });
  return async (ask) => {
    const silence = new AbortController();
    const fallenSilent = new Promise<never>((_, reject) => {
      silence.signal.addEventListener('abort', () => reject(silence.signal.reason), { once: true });
    });
    let over = false;
    const watch = setInterval(async () => {
      if ((await answers(ping)) || over) return;
      silence.abort(new VigieError('data.unavailable', { store: 'ClickHouse' }));
    }, PATIENCE_MS);
    try {
      return await Promise.race([ask(silence.signal), fallenSilent]);
    } catch (error) {
      throw mapClickHouseError(error);
    } finally {
      over = true;
      clearInterval(watch);
    }
  };
}

async function answers(ping: URL): Promise<boolean> {
  try {
    const { status } = await fetch(ping, { signal: AbortSignal.timeout(PROBE_MS) });
    return !awayStatuses.has(status);
  } catch {
    return false;
  }
}
