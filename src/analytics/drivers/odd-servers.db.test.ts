import type { ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { answerHttp, type HttpAnswers } from '#test/support/answer-http.ts';
import { openClickHouse } from './clickhouse.ts';

const workspace = 'here';
const sent: { readonly url: URL; readonly body: string }[] = [];
let server: HttpAnswers | undefined;

afterEach(async () => {
  sent.length = 0;
  await server?.close();
});

type Odd = (statement: string, response: ServerResponse) => boolean;
const row = (value: object) => `${JSON.stringify(value)}\n`;

/** Opens a server that answers as a recent one does, where `odd` does not answer itself. */
async function open(odd: Odd, options = '', cluster: string | null = null) {
  server = await answerHttp((request, body, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    sent.push({ url, body });
    const statement = url.searchParams.get('query') ?? body;
    if (odd(statement, response)) return;
    response.end(statement.startsWith('SELECT version()') ? row({ version: '25.8.1.1' }) : '');
  });
  return openClickHouse({ url: `${server.url}/vigie${options}`, cluster });
}

const shard = (replica: number, alone?: number) => {
  return row({ shard_num: 1, replica_num: replica, ...(alone !== undefined && { internal_replication: alone }) });
};
const clusterOf =
  (...hosts: string[]): Odd =>
  (statement, response) => {
    if (!statement.includes('system.clusters')) return false;
    response.end(hosts.join(''));
    return true;
  };

test('a server older than version 24 is refused by name', async () => {
  const old: Odd = (_, response) => Boolean(response.end(row({ version: '23.8.16.16' })));
  await expect(open(old)).rejects.toMatchObject({
    code: 'data.server-too-old',
    params: { store: 'ClickHouse', found: '23.8.16.16', needed: 24 },
  });
});

test('an answer that breaks off is an error', async () => {
  const analytics = await open((statement, response) => {
    if (!statement.startsWith('SELECT half')) return false;
    response.writeHead(200, { 'Content-Length': 1_000 });
    response.write(row({ half: 1 }));
    setTimeout(() => response.destroy(), 20);
    return true;
  });
  await expect(analytics.query('SELECT half', { workspace })).rejects.toThrow();
  await expect(analytics.queryBytes('SELECT half', { workspace }, 'RowBinary')).rejects.toThrow();
  await analytics.close();
});

test('an insert whose answer breaks off is not acknowledged', async () => {
  const analytics = await open((statement, response) => {
    if (!statement.startsWith('INSERT')) return false;
    response.destroy();
    return true;
  });
  await expect(analytics.insertNative('events', new Uint8Array(100))).rejects.toThrow();
  await analytics.close();
});

test('a server that does not answer in time is given up', async () => {
  const silent: Odd = (statement) => statement.startsWith('SELECT long') || statement.startsWith('INSERT');
  const analytics = await open(silent, '?request_timeout=300');
  const givenUp = {
    code: 'data.unavailable',
    params: { store: 'ClickHouse' },
    cause: { message: expect.stringMatching(/timeout/i) },
  };
  await expect(analytics.query('SELECT long', { workspace })).rejects.toMatchObject(givenUp);
  await expect(analytics.insertNative('events', new Uint8Array(100))).rejects.toMatchObject(givenUp);
  await analytics.close();
});

test('every statement waits for its end, and an insert for the disk', async () => {
  const analytics = await open(() => false);
  await analytics.query('SELECT 1', { workspace });
  await analytics.insertNative('events', new Uint8Array(100));
  const [read, insert] = sent.slice(-2).map(({ url }) => url.searchParams);
  expect(read?.get('wait_end_of_query')).toBe('1');
  expect([insert?.get('wait_end_of_query'), insert?.get('async_insert')]).toEqual(['1', '0']);
  await analytics.close();
});

test('a cluster that the server does not know is refused with those it knows', async () => {
  const others: Odd = (statement, response) => {
    if (!statement.includes('system.clusters')) return false;
    response.end(statement.includes('DISTINCT') ? row({ cluster: 'main' }) + row({ cluster: 'spare' }) : '');
    return true;
  };
  await expect(open(others, '', 'vigie')).rejects.toMatchObject({
    code: 'data.no-such-cluster',
    params: { cluster: 'vigie', known: 'main, spare' },
  });
});

test('a cluster that writes to every replica itself is refused', async () => {
  await expect(open(clusterOf(shard(1, 0), shard(2, 0)), '', 'vigie')).rejects.toMatchObject({
    code: 'data.cluster-doubles-rows',
  });
});

test.each([
  ['the majority of the replicas', [shard(1, 1), shard(2, 1)], 'auto'],
  ['its one replica', [shard(1, 1)], null],
  ['the majority, on a server that does not tell who replicates', [shard(1), shard(2)], 'auto'],
])('an insert into a cluster is acknowledged by %s of every shard', async (_, hosts, quorum) => {
  const analytics = await open(clusterOf(...hosts), '', 'vigie');
  await analytics.insertNative('events', new Uint8Array(100));
  const settings = sent.at(-1)?.url.searchParams;
  expect(settings?.get('insert_quorum')).toBe(quorum);
  expect(settings?.get('distributed_foreground_insert')).toBe('1');
  expect(analytics.cluster).toEqual({ name: 'vigie', database: 'vigie' });
  await analytics.close();
});
