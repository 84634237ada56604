import { describe, expect, test } from 'vitest';
import { VigieError } from '#domain/error.ts';
import { parseMapping } from './mapping.ts';

const good = { shape: 'history', columns: { Case: 'ticket', When: 'time' } };

function defect(mapping: unknown): [string, string | undefined] {
  try {
    parseMapping(mapping);
  } catch (error) {
    if (error instanceof VigieError) return [error.code, error.path];
  }
  return ['none', undefined];
}

describe('mappings', () => {
  test('what is left out has a plain meaning: UTC, only empty cells missing, no values', () => {
    expect(parseMapping(good)).toEqual({
      ...good,
      timeZone: 'UTC',
      missing: [''],
      values: {},
      constants: {},
    });
  });

  test('one column may be mapped to several targets', () => {
    const columns = { Case: 'ticket', When: 'time', Activity: ['status', 'stage'] };
    expect(parseMapping({ ...good, columns }).columns.Activity).toEqual(['status', 'stage']);
  });

  test.each<[string, unknown, string, string]>([
    ['no object', 7, 'mapping.bad-shape', '$'],
    ['no shape', { columns: {} }, 'mapping.unknown-shape', '$.shape'],
    ['another shape', { ...good, shape: 'cube' }, 'mapping.unknown-shape', '$.shape'],
    ['a key that is none', { ...good, collumns: {} }, 'mapping.unknown-key', '$.collumns'],
    ['a zone that is none', { ...good, timeZone: 'Europe/Romme' }, 'zone.unknown', '$.timeZone'],
    ['a format that means nothing', { ...good, timeFormat: 'DD/MM/YYYY' }, 'mapping.bad-time-format', '$.timeFormat'],
    [
      'a target that does not exist',
      { ...good, columns: { ...good.columns, 'N° x': 'colour' } },
      'mapping.unknown-target',
      '$.columns["N° x"]',
    ],
    [
      'a target of the other shape',
      { ...good, columns: { ...good.columns, Done: 'solvedAt' } },
      'mapping.unknown-target',
      '$.columns.Done',
    ],
    ['a target twice', { ...good, columns: { ...good.columns, B: 'time' } }, 'mapping.target-twice', '$.columns.B'],
    ['no ticket', { ...good, columns: { When: 'time' } }, 'mapping.target-missing', '$.columns'],
    ['no time', { ...good, columns: { Case: 'ticket' } }, 'mapping.target-missing', '$.columns'],
    [
      'a status that is none',
      { ...good, values: { status: { Done: 'finished' } } },
      'mapping.unknown-status',
      '$.values.status.Done',
    ],
    ['missing as a text', { ...good, missing: '?' }, 'mapping.bad-shape', '$.missing'],
    [
      'a constant for the ticket',
      { ...good, constants: { createdAt: 'x' } },
      'mapping.bad-shape',
      '$.constants.createdAt',
    ],
    ['a delimiter of two letters', { ...good, delimiter: '||' }, 'mapping.bad-shape', '$.delimiter'],
    ['an encoding that is none', { ...good, encoding: 'klingon' }, 'mapping.unknown-encoding', '$.encoding'],
  ])('%s is refused with its code and path', (_, mapping, code, path) => {
    expect(defect(mapping)).toEqual([code, path]);
  });
});
