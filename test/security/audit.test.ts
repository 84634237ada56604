import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isAllowed, type LockedPackage, listForbidden } from '../../scripts/audit/licences.ts';
import { judgeAudit } from '../../scripts/audit/vulnerabilities.ts';

test('every package of the lock has a licence that may stand beside Apache-2.0', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(listForbidden(packages)).toEqual([]);
});

test('a licence that is not on the list is refused, and so is none', () => {
  const packages = {
    '': { license: 'Apache-2.0' },
    'node_modules/good': { license: 'MIT' },
    'node_modules/share': { license: 'AGPL-3.0-only' },
    'node_modules/a/node_modules/@b/silent': {},
    'node_modules/optional': { optional: true },
    'node_modules/for-another-system': { optional: true, os: ['aix'] },
  };
  expect(listForbidden(packages)).toEqual(['share (AGPL-3.0-only)', '@b/silent (no licence)', 'optional (no licence)']);
});

test('of a choice one allowed licence suffices, of a sum all must be', () => {
  expect(['(MIT OR GPL-3.0)', 'MIT AND ISC', '(MIT OR EUPL-1.1+)'].map(isAllowed)).toEqual([true, true, true]);
  expect(['MIT AND GPL-3.0', 'GPL-3.0 OR AGPL-3.0', 'SEE LICENSE IN x', ''].map(isAllowed)).not.toContain(true);
});

const metadata = { vulnerabilities: {} };

test('an audit passes only by a report that names nothing grave', () => {
  const low = { a: { severity: 'moderate', range: '<2' } };
  expect(judgeAudit(JSON.stringify({ metadata, vulnerabilities: low }))).toMatchObject({ ran: true, passed: true });
  const high = { ...low, b: { severity: 'high', range: '<3' } };
  expect(judgeAudit(JSON.stringify({ metadata, vulnerabilities: high }))).toEqual({
    ran: true,
    passed: false,
    text: 'Known vulnerabilities: b <3 (high)',
  });
});

test.each([
  '',
  'not JSON',
  '{}',
  '[]',
  'null',
  '{"message":"405 Method Not Allowed","statusCode":405}',
  '{"vulnerabilities":{}}',
])('an audit that brought no report did not run, and did not pass (%s)', (output) => {
  expect(judgeAudit(output)).toMatchObject({ ran: false, passed: false, text: expect.stringMatching('did not run') });
});
