import { expect, test } from 'vitest';
import { hideSecret } from './hide-secret.ts';

test.each([
  ['DATABASE_URL', 'postgres://vigie:s3cret@db:5432/vigie', 'postgres://vigie:…@db:5432/vigie'],
  [
    'DATABASE_URL',
    'postgres://vigie@db/vigie?password=s3cret&sslmode=require',
    'postgres://vigie@db/vigie?password=…&sslmode=require',
  ],
  ['CLICKHOUSE_URL', 'http://vigie:s3@s3cret@ch:8123/', 'http://vigie:…@ch:8123/'],
  ['CLICKHOUSE_URL', 'https://ch:8443/vigie?access_token=s3cret', 'https://ch:8443/vigie?access_token=…'],
  ['CLICKHOUSE_URL', 'http://vigie:s3cret@ch:port/', 'http://…'],
  ['VIGIE_SECRET', 's3cret-of-thirty-two-characters-x', '…'],
  ['VIGIE_DATA', '/var/lib/vigie', '/var/lib/vigie'],
])('%s=%s is shown as %s', (name, value, shown) => {
  expect(hideSecret(name, value)).toBe(shown);
  expect(shown).not.toContain('s3');
});
