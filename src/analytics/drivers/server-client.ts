import { type ClickHouseClient, type ClickHouseSettings, createClient, type Logger } from '@clickhouse/client';

/** How long to wait for an answer: the longest statements are those that change rows in place. */
const LONGEST_STATEMENT_MS = 300_000;

/** The client would write statements and addresses to the console; what fails is thrown, and that is enough. */
class SilentLogger implements Logger {
  trace(): void {}
  debug(): void {}
  info(): void {}
  warn(): void {}
  error(): void {}
}

const serverSettings: ClickHouseSettings = {
  // A statement that fails half-way is an error, not an answer that breaks off; an insert is answered once it is done.
  wait_end_of_query: 1,
  // A read that nobody waits for any more ends.
  cancel_http_readonly_queries_on_client_close: 1,
  // An insert is on disk when it is acknowledged, and the same rows sent again count again.
  async_insert: 0,
  insert_deduplicate: 0,
};

/** The official client over HTTP. User, password and database are those of the URL, and so are options it may carry. */
export function createServerClient(
  url: URL,
  settings: ClickHouseSettings = {},
  timeoutMs = LONGEST_STATEMENT_MS,
): ClickHouseClient {
  return createClient({
    url,
    application: 'vigie',
    request_timeout: timeoutMs,
    max_open_connections: 32,
    // A thread that was busy for long must not send on a connection that the server has closed meanwhile.
    keep_alive: { eagerly_destroy_stale_sockets: true },
    // Long lists travel in the body: proxies refuse long addresses.
    use_multipart_params_auto: true,
    log: { LoggerClass: SilentLogger },
    clickhouse_settings: { ...serverSettings, ...settings },
  });
}
