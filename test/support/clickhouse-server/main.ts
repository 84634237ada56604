import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createClickHouseServer } from './serve.ts';

/**
 * A process that serves ClickHouse's HTTP protocol on the loopback address until it is told to stop or its parent is gone.
 * It writes its URL as its first line: `main.ts [--port N] [--folder PATH] [--user U --password P] [--cluster NAME]`. A
 * folder that it is given is kept, for a server that comes back.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    folder: { type: 'string' },
    user: { type: 'string' },
    password: { type: 'string', default: '' },
    cluster: { type: 'string' },
  },
});
const { user, password, cluster } = values;
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'vigie-clickhouse-'));
const server = createClickHouseServer({
  folder,
  ...(user !== undefined && { login: { user, password } }),
  ...(cluster !== undefined && { cluster }),
});

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  server.close(() => {
    if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
  server.closeAllConnections();
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
process.on('disconnect', stop);

server.listen(Number(values.port), '127.0.0.1', () => {
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  if (user !== undefined) Object.assign(url, { username: user, password: encodeURIComponent(password) });
  console.log(url.href);
  process.send?.({ url: url.href });
});
