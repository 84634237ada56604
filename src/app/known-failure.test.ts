import { expect, test } from 'vitest';
import { VigieError } from '#domain/error.ts';
import { isNoRoom, knownFailure } from './known-failure.ts';

test('a full disk is known by what the system, PostgreSQL and ClickHouse say of it, however deep it stands', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  const postgres = Object.assign(new Error('could not extend file "base/5/1259": No space left on device'), {
    code: '53100',
  });
  const clickhouse = new Error(
    'Code: 243. DB::Exception: Cannot reserve 1.00 MiB, not enough space. (NOT_ENOUGH_SPACE)',
  );
  for (const error of [full, postgres, clickhouse, new Error('outer', { cause: full })]) {
    expect(knownFailure(error)?.code).toBe('data.no-room');
  }
});

test('a file of the figures that is not as it was written is told as damage', () => {
  const error = new Error('Code: 40. DB::Exception: Checksum doesn’t match: corrupted data. (CHECKSUM_DOESNT_MATCH)');
  expect(knownFailure(error)).toMatchObject({ code: 'data.damaged', params: { reason: 'CHECKSUM_DOESNT_MATCH' } });
});

test('our own errors pass as they are, and what is not known stays unknown', () => {
  const own = new VigieError('data.in-use', { folder: '/srv' });
  expect(knownFailure(own)).toBe(own);
  expect(knownFailure(new TypeError('x is not a function'))).toBeNull();
  expect(isNoRoom('ENOSPC')).toBe(false);
});
