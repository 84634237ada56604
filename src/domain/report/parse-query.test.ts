import { expect, test } from 'vitest';
import { VigieError } from '../error.ts';
import { parseQuery } from './parse-query.ts';

const question = { kpis: ['sla-compliance', 'first-reply-time:p90'], from: '2016-03-01', to: '2017-03-01' };

function errorOf(change: object): { code: string; path: string | undefined; message: string } {
  try {
    parseQuery({ ...question, ...change });
  } catch (error) {
    if (error instanceof VigieError) return { code: error.code, path: error.path, message: error.message };
    throw error;
  }
  throw new Error('Nothing was wrong with it.');
}

test('a question is read with what it leaves out filled in', () => {
  expect(parseQuery(question)).toEqual({
    ...question,
    by: [],
    every: null,
    filter: null,
    basis: null,
    time: 'calendar',
    compare: null,
    top: null,
  });
});

test('a KPI that does not exist is refused with the nearest one', () => {
  const { code, path, message } = errorOf({ kpis: ['csat', 'sla-complience'] });
  expect({ code, path }).toEqual({ code: 'kpi.unknown', path: '$.kpis[1]' });
  expect(message).toContain('“sla-compliance”');
});

test.each([
  [{ kpis: [] }, 'query.no-kpi', '$.kpis'],
  [{ kpis: ['sla-compliance.nice'] }, 'kpi.unknown-variant', '$.kpis[0]'],
  [{ kpis: ['first-reply-time:average'] }, 'kpi.bad-statistic', '$.kpis[0]'],
  [{ kpis: ['tickets-created:median'] }, 'kpi.bad-statistic', '$.kpis[0]'],
  [{ kpis: ['replies-per-ticket:within-5'] }, 'kpi.bad-statistic', '$.kpis[0]'],
  [{ kpis: 'csat' }, 'query.bad-value', '$.kpis'],
  [{ by: ['agnet'] }, 'query.unknown-dimension', '$.by[0]'],
  [{ filter: { field: 'chanel', op: 'is', value: 'chat' } }, 'query.unknown-dimension', '$.filter'],
  [{ filter: { field: 'channel', op: 'like', value: 'chat' } }, 'filter.bad-shape', '$.filter.op'],
  [{ from: '2016-02-30' }, 'query.bad-date', '$.from'],
  [{ to: 'tomorrow' }, 'query.bad-date', '$.to'],
  [{ from: '2017-03-01' }, 'query.empty-period', '$.from'],
  [{ from: '2018-03-01' }, 'query.empty-period', '$.from'],
  [{ timeZone: 'Europe/Nowhere' }, 'zone.unknown', undefined],
  [{ basis: 'opened' }, 'query.unknown-basis', '$.basis'],
  [{ basis: 'answered' }, 'query.basis-not-available', '$.basis'],
  [{ every: 'fortnight' }, 'query.bad-value', '$.every'],
  [{ time: 'solar' }, 'query.bad-value', '$.time'],
  [{ compare: 'before' }, 'query.bad-value', '$.compare'],
  [{ top: 0 }, 'query.bad-value', '$.top'],
])('%j is refused with %s', (change, code, path) => {
  expect(errorOf(change)).toMatchObject({ code, path });
});
