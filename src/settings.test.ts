import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const server = 'http://vigie:s3cret@127.0.0.1:8123/vigie';

test('without settings the stores are embedded', () => {
  expect(readSettings({})).toMatchObject({ databaseUrl: null, clickhouseUrl: null, clickhouseCluster: null });
});

test('a cluster is named beside one of its servers', () => {
  const settings = readSettings({ CLICKHOUSE_URL: server, CLICKHOUSE_CLUSTER: 'vigie_2-a.b' });
  expect(settings).toMatchObject({ clickhouseUrl: server, clickhouseCluster: 'vigie_2-a.b' });
  expect(() => readSettings({ CLICKHOUSE_CLUSTER: 'vigie' })).toThrow(/CLICKHOUSE_CLUSTER: Expected CLICKHOUSE_URL/);
});

test.each(["a'b", 'a b', '{cluster}', ''])('“%s” is no name of a cluster', (name) => {
  expect(() => readSettings({ CLICKHOUSE_URL: server, CLICKHOUSE_CLUSTER: name })).toThrow(/CLICKHOUSE_CLUSTER/);
});

test('a password that is not encoded is refused, since it could not be sent', () => {
  expect(() => readSettings({ CLICKHOUSE_URL: 'http://vigie:100%@host/' })).toThrow(/CLICKHOUSE_URL: Expected “%”/);
  expect(readSettings({ CLICKHOUSE_URL: 'http://vigie:100%25@host/' }).clickhouseUrl).toContain('%25');
});

test('what is no address at all is refused', () => {
  expect(() => readSettings({ CLICKHOUSE_URL: 'clickhouse' })).toThrow(/CLICKHOUSE_URL/);
});

test('a bad address is named without its password', () => {
  expect(() => readSettings({ CLICKHOUSE_URL: 'ftp://vigie:s3cret@host/' })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('s3cret') }),
  );
});
