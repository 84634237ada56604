import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  type ClickHouseServer,
  startClickHouseServer,
} from '#test/support/clickhouse-server/start-clickhouse-server.ts';
import { createDatabaseOn } from '#test/support/test-analytics.ts';
import type { Analytics } from '../client.ts';
import { openClickHouse } from './clickhouse.ts';

const password = 'p@ss:w/rd é%';
const workspace = 'here';
let server: ClickHouseServer;
let place: ReturnType<typeof createDatabaseOn>;
let analytics: Analytics;

beforeAll(async () => {
  server = await startClickHouseServer(['--user', 'vigie', '--password', password]);
  place = createDatabaseOn(server.url, null);
  analytics = await openClickHouse(place.place);
  await analytics.command('CREATE TABLE numbers_kept (n UInt32) ENGINE = MergeTree ORDER BY n');
});
afterAll(async () => {
  await analytics.close();
  await place.drop();
  await server.stop();
});
afterEach(() => vi.restoreAllMocks());

const ask = <T>(sql: string, params = {}) => analytics.query<T>(sql, { workspace, ...params });
const withOptions = (options: string) => ({ url: `${place.place.url}?${options}` });

/** One block of Native: the column `n`. */
function blockOf(numbers: readonly number[]): Uint8Array {
  const head = Buffer.from([1, numbers.length, 1, 110, 6, ...Buffer.from('UInt32')]);
  return Buffer.concat([head, Buffer.from(new Uint32Array(numbers).buffer)]);
}

describe('a server by its URL', () => {
  test('the database of the URL is made where it is not there, and found again', async () => {
    const again = await openClickHouse(place.place);
    await again.insertNative('numbers_kept', blockOf([1, 2]));
    expect(await ask('SELECT n FROM numbers_kept ORDER BY n')).toEqual([{ n: 1 }, { n: 2 }]);
    await again.close();
  });

  test('a wrong password is refused, and neither told nor logged', async () => {
    const logged = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name));
    const url = new URL(`${place.place.url}?log_level=TRACE`);
    url.password = 's3cret';
    const error: Error = await openClickHouse({ url: url.href }).then(
      () => new Error('opened'),
      (reason) => reason,
    );
    expect(error).toMatchObject({ code: '516', message: expect.stringContaining('Authentication failed') });
    expect(`${error.stack}${JSON.stringify(error)}${error.cause}`).not.toContain('s3cret');
    for (const spy of logged) expect(spy).not.toHaveBeenCalled();
  });

  test('a server that is not there is said to be unreachable', async () => {
    await expect(openClickHouse({ url: 'http://127.0.0.1:9/vigie' })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('requests and answers are compressed where the URL says so', async () => {
    const packed = await openClickHouse(withOptions('compression_request=1&compression_response=1'));
    await packed.insertNative('numbers_kept', blockOf([40]));
    const params = { workspace, n: 40 };
    expect(await packed.query('SELECT n FROM numbers_kept WHERE n = {n:UInt32}', params)).toEqual([{ n: 40 }]);
    const bytes = await packed.queryBytes('SELECT n FROM numbers_kept WHERE n = {n:UInt32}', params, 'RowBinary');
    expect([...bytes]).toEqual([40, 0, 0, 0]);
    await packed.close();
  });

  test('an idle connection that the server has closed is not used again', async () => {
    await ask('SELECT 1');
    await sleep(3_300);
    expect(await ask('SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });
});

describe('answers', () => {
  test('64-bit integers come as numbers, and texts as they are', async () => {
    const found = await ask('SELECT toUInt64(9007199254740991) AS n, {text:String} AS text', { text: "o'\\\n\té" });
    expect(found).toEqual([{ n: 9_007_199_254_740_991, text: "o'\\\n\té" }]);
  });

  test('large answers come whole', async () => {
    const bytes = await analytics.queryBytes('SELECT number FROM numbers(5000000)', { workspace }, 'RowBinary');
    expect(bytes.length).toBe(40_000_000);
    expect(Buffer.from(bytes).readBigUInt64LE(39_999_992)).toBe(4_999_999n);
    expect(await ask('SELECT number FROM numbers(200000)')).toHaveLength(200_000);
  });

  test('a statement that fails after many rows is an error, not a shorter answer', async () => {
    const sql = 'SELECT number, throwIf(number = 900000) FROM numbers(1000000)';
    await expect(ask(sql)).rejects.toMatchObject({ code: '395' });
    await expect(analytics.queryBytes(sql, { workspace }, 'RowBinary')).rejects.toMatchObject({ code: '395' });
  });

  test('lists longer than the server takes in one parameter are found all the same', async () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => String(10_000_000_000_000_000_000n + BigInt(index)));
    const sql = 'SELECT count() AS n, uniqExact(id) AS ids FROM (SELECT arrayJoin({ids:Array(String)}) AS id)';
    expect(await ask(sql, { ids })).toEqual([{ n: 20_000, ids: 20_000 }]);
    const bytes = await analytics.queryBytes(
      "SELECT length({ids:Array(String)}) AS n, {quote:String} = '\\'' AS same",
      { workspace, ids, quote: "'" },
      'JSONEachRow',
    );
    expect(JSON.parse(Buffer.from(bytes).toString())).toEqual({ n: 20_000, same: 1 });
  });

  test('a wrong statement is told with the code and the text of the server', async () => {
    await expect(ask('SELECT nope FROM numbers_kept')).rejects.toMatchObject({
      code: '47',
      type: 'UNKNOWN_IDENTIFIER',
      message: expect.stringContaining('nope'),
    });
  });

  test('many statements at once each get their own answer', async () => {
    const numbers = Array.from({ length: 200 }, (_, n) => n);
    const found = await Promise.all(numbers.map((n) => ask<{ n: number }>('SELECT {n:UInt32} AS n', { n })));
    expect(found.map(([row]) => row?.n)).toEqual(numbers);
  });
});

describe('inserts', () => {
  test('what is acknowledged is there for everybody', async () => {
    const other = await openClickHouse(place.place);
    for (let n = 100; n < 120; n++) {
      await analytics.insertNative('numbers_kept', blockOf([n]));
      const sql = 'SELECT count() AS kept FROM numbers_kept WHERE n = {n:UInt32}';
      expect(await other.query(sql, { workspace, n })).toEqual([{ kept: 1 }]);
    }
    await other.close();
  });

  test('the same rows sent again count again', async () => {
    for (let time = 0; time < 2; time++) await analytics.insertNative('numbers_kept', blockOf([500]));
    expect(await ask('SELECT count() AS kept FROM numbers_kept WHERE n = 500')).toEqual([{ kept: 2 }]);
  });

  test('a block that cannot be stored is not acknowledged', async () => {
    await expect(analytics.insertNative('numbers_kept', Buffer.from('nonsense'))).rejects.toThrow();
    await expect(analytics.insertNative('not_there', blockOf([1]))).rejects.toMatchObject({ code: '60' });
    expect(await ask('SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });
});
