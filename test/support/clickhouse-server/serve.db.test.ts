import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClickHouseServer, startClickHouseServer } from './start-clickhouse-server.ts';

let server: ClickHouseServer;

beforeAll(async () => {
  server = await startClickHouseServer();
  for (const database of ['one', 'two']) {
    await tell(`CREATE DATABASE ${database}`);
    await tell('CREATE TABLE kept (n UInt32) ENGINE = MergeTree ORDER BY n', { database });
  }
});
afterAll(() => server.stop());

type Fields = Readonly<Record<string, string>>;
const at = (fields: Fields) => `${server.url}?${new URLSearchParams(fields)}`;
const post = (fields: Fields, body: string | Buffer, headers: Fields = {}) =>
  fetch(at(fields), { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers });

async function tell(sql: string, fields: Fields = {}): Promise<string> {
  const answer = await post(fields, sql);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

async function refused(asked: Promise<Response>) {
  const answer = await asked;
  return { status: answer.status, code: answer.headers.get('X-ClickHouse-Exception-Code'), text: await answer.text() };
}

describe('a statement', () => {
  test('comes in the body, in the address, or half in each', async () => {
    expect(await tell('SELECT 1')).toBe('1\n');
    expect(await (await fetch(at({ query: 'SELECT 2' }))).text()).toBe('2\n');
    expect(await tell('+ 4', { query: 'SELECT 3' })).toBe('7\n');
  });

  test('is answered in the format that it names, or in the one asked for beside it', async () => {
    expect(await tell('SELECT 1 AS n', { default_format: 'JSONEachRow' })).toBe('{"n":1}\n');
    expect(await tell('SELECT 1 AS n FORMAT CSV', { default_format: 'JSONEachRow' })).toBe('1\n');
  });

  test('has bound parameters, in the address or as a form', async () => {
    const sql = "SELECT {text:String} = 'o''B\\n', {list:Array(String)}[2], {none:Nullable(String)} IS NULL";
    const fields = { param_text: "o\\'B\\n", param_list: "['a','b\\'']", param_none: '\\N' };
    expect(await tell(sql, fields)).toBe("1\tb\\'\t1\n");
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, query: sql })) form.set(name, value);
    expect(await (await fetch(server.url, { method: 'POST', body: form })).text()).toBe("1\tb\\'\t1\n");
  });

  test('leaves no setting, parameter or database to the next one', async () => {
    const setting = "SELECT getSetting('max_threads')";
    const usual = await tell(setting);
    expect(await tell(setting, { max_threads: '7' })).toBe('7\n');
    expect(await tell(setting)).toBe(usual);
    await tell('SELECT {x:String}', { param_x: 'x', database: 'one' });
    expect((await refused(post({}, 'SELECT {x:String}'))).code).toBe('456');
    expect(await tell('SELECT currentDatabase()')).toBe('default\n');
  });

  test('changes nothing when it is asked with GET', async () => {
    expect((await refused(fetch(at({ query: 'CREATE DATABASE three' })))).code).toBe('164');
  });

  test('stands alone', async () => {
    expect((await refused(post({}, 'SELECT 1; SELECT 2'))).code).toBe('62');
    expect(await tell("SELECT '; x' -- ; y\n;")).toBe('; x\n');
  });
});

describe('rows of an insert', () => {
  const insert = { database: 'one', query: 'INSERT INTO kept (n) SETTINGS optimize_on_insert = 0 FORMAT Native' };
  const block = (n: number) => Buffer.from([1, 1, 1, 110, 6, ...Buffer.from('UInt32'), n, 0, 0, 0]);

  test('come as binary blocks, packed or not', async () => {
    const answer = await post(insert, block(7));
    expect(JSON.parse(answer.headers.get('X-ClickHouse-Summary') ?? '')).toMatchObject({ written_rows: '1' });
    expect((await post(insert, gzipSync(block(8)), { 'Content-Encoding': 'gzip' })).status).toBe(200);
    expect(await tell('SELECT n FROM kept ORDER BY n', { database: 'one' })).toBe('7\n8\n');
  });

  test('come as text behind the statement', async () => {
    await tell('INSERT INTO kept FORMAT CSV\n1\n2', { database: 'two' });
    expect(await tell('SELECT sum(n) FROM kept', { database: 'two' })).toBe('3\n');
  });

  test('are refused where they do not fit', async () => {
    expect((await refused(post(insert, 'nonsense'))).status).toBeGreaterThanOrEqual(400);
  });
});

describe('an answer', () => {
  test('is packed where the caller asks for it and takes it', async () => {
    const answer = await post({ enable_http_compression: '1' }, 'SELECT 5', { 'Accept-Encoding': 'gzip' });
    expect(answer.headers.get('Content-Encoding')).toBe('gzip');
    expect(await answer.text()).toBe('5\n');
    const plain = await post({ enable_http_compression: '1' }, 'SELECT 5', { 'Accept-Encoding': 'identity' });
    expect(plain.headers.get('Content-Encoding')).toBeNull();
  });

  test.each([
    ['SELEC 1', 400, '62', 'SYNTAX_ERROR'],
    ['SELECT nope', 404, '47', 'UNKNOWN_IDENTIFIER'],
    ['SELECT * FROM nope', 404, '60', 'UNKNOWN_TABLE'],
    ['SELECT throwIf(1)', 500, '395', 'FUNCTION_THROW_IF_VALUE_IS_NON_ZERO'],
    ['', 400, '62', 'Empty query'],
  ])('to “%s” has the status %i and the code %s', async (sql, status, code, text) => {
    const answer = await refused(post({ wait_end_of_query: '1' }, sql));
    expect(answer).toMatchObject({ status, code, text: expect.stringContaining(text) });
    expect(answer.text).toMatch(/^Code: \d+\. DB::Exception: .*\(version [\d.]+\)\n$/s);
  });

  test('that fails on its way ends in the error, under the tag told before', async () => {
    const sql = 'SELECT number, throwIf(number = 900000) FROM numbers(1000000)';
    const answer = await post({}, sql);
    const tag = answer.headers.get('X-ClickHouse-Exception-Tag');
    const text = await answer.text();
    expect([answer.status, tag?.length]).toEqual([200, 16]);
    expect(text.slice(-2_000)).toMatch(
      new RegExp(`\r\n__exception__\r\n${tag}\r\nCode: 395\\..*\n\\d+ ${tag}\r\n__exception__\r\n$`, 's'),
    );
    expect((await refused(post({ wait_end_of_query: '1' }, sql))).status).toBe(500);
  });
});

describe('what a server of ClickHouse refuses', () => {
  test.each<[string, Fields, string]>([
    ['a setting that it does not know', { no_such_setting: '1' }, '115'],
    ['a database that it does not have', { database: 'nowhere' }, '81'],
    ['a parameter of more than 128 KiB', { param_x: 'x'.repeat(131_073) }, '1000'],
    [
      'an address of more than 1 MiB',
      Object.fromEntries(rangeOf(9).map((n) => [`param_x${n}`, 'x'.repeat(130_000)])),
      '1000',
    ],
    ['a session, which only this server has not', { session_id: 'x' }, '48'],
  ])('%s', async (_, fields, code) => {
    expect((await refused(post(fields, 'SELECT 1'))).code).toBe(code);
  });

  test('who is not let in', async () => {
    const guarded = await startClickHouseServer(['--user', 'vigie', '--password', 's3cret']);
    const { origin } = new URL(guarded.url);
    const basic = (login: string) => ({ Authorization: `Basic ${Buffer.from(login).toString('base64')}` });
    const ask = async (headers: Fields) => (await fetch(`${origin}/?query=SELECT+1`, { headers })).status;
    expect(await ask({})).toBe(403);
    expect(await ask(basic('vigie:wrong'))).toBe(403);
    expect(await ask(basic('vigie:s3cret'))).toBe(200);
    expect(await ask({ 'X-ClickHouse-User': 'vigie', 'X-ClickHouse-Key': 's3cret' })).toBe(200);
    expect((await fetch(`${origin}/ping`)).status).toBe(200);
    await guarded.stop();
  });
});

test('it says that it is there, and knows no other address', async () => {
  for (const path of ['', 'ping', 'replicas_status']) {
    expect(await (await fetch(server.url + path)).text()).toBe('Ok.\n');
  }
  expect((await fetch(`${server.url}nowhere`)).status).toBe(404);
});

test('callers that ask at once do not see each other', async () => {
  await tell('TRUNCATE TABLE kept', { database: 'one' });
  await tell('TRUNCATE TABLE kept', { database: 'two' });
  await Promise.all(
    rangeOf(60).map((n) =>
      tell(`INSERT INTO kept VALUES ({n:UInt32})`, { database: n % 2 ? 'one' : 'two', param_n: String(n) }),
    ),
  );
  const sum = (database: string) => tell('SELECT count(), sum(n) FROM kept', { database });
  expect([await sum('one'), await sum('two')]).toEqual(['30\t900\n', '30\t870\n']);
});

function rangeOf(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
