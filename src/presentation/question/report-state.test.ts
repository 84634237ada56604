import { expect, test } from 'vitest';
import type { KpiInfo } from '#contract/schemas/registry.ts';
import type { Report } from '#domain/report/report.ts';
import { queryOf } from './asking.ts';
import { readReportState, refsOf } from './report-state.ts';

const text = { en: '', fr: '' };
const report: Report = {
  id: 'first-reply',
  theme: 'replies',
  question: text,
  title: text,
  about: text,
  kpis: ['first-reply-time:median', 'tickets-created'],
  by: ['agent'],
  every: 'week',
  filter: { field: 'channel', op: 'is', value: 'email' },
  picture: 'trend',
};
const context = { today: '2026-11-21', first: '2016-02-29', last: '2017-02-18' };
const kpi = (id: string, unit: KpiInfo['unit'], statistics: KpiInfo['statistics']): KpiInfo => ({
  id,
  unit,
  statistics,
  label: text,
  short: text,
  help: text,
  population: text,
  better: null,
  fact: 'tickets',
  basis: null,
  version: 1,
  variants: [],
  formula: text,
  usualVariant: null,
  defaultVariant: null,
  benchmark: null,
});
const kpis = [kpi('first-reply-time', 'seconds', ['median', 'mean']), kpi('tickets-created', 'count', [])];

test('without a word in the URL a report shows its own settings', () => {
  expect(readReportState(report, {}, context)).toMatchObject({
    every: 'week',
    by: ['agent'],
    time: 'business',
    compare: null,
  });
});

test('its own frequency holds where it gives a readable number of points, else one that suits the period', () => {
  const everyOf = (period: string, every: Report['every'] = 'month') =>
    readReportState({ ...report, every }, { period }, context).every;
  expect(everyOf('2016-01-01..2017-01-01')).toBe('month');
  expect(everyOf('2016-01-01..2016-01-15')).toBe('day');
  expect(everyOf('2016-01-01..2016-03-15')).toBe('week');
  expect(everyOf('2016-01-01..2016-02-01', 'week')).toBe('week');
  expect(everyOf('2010-01-01..2017-01-01', 'week')).toBe('quarter');
  expect(everyOf('2016-01-01..2017-01-01', null)).toBeNull();
});

test('the URL overrides them, and can ask for totals and for no group', () => {
  const state = readReportState(report, { every: 'none', by: '-', time: 'calendar', compare: 'year' }, context);
  expect(state).toMatchObject({ every: null, by: [], time: 'calendar', compare: 'year' });
});

test('a statistic is applied to durations only', () => {
  expect(refsOf(report.kpis, 'p90', kpis)).toEqual(['first-reply-time:p90', 'tickets-created']);
  expect(refsOf(['first-reply-time.created', 'first-reply-time.created:mean'], 'p90', kpis)).toEqual([
    'first-reply-time.created:p90',
  ]);
});

test('the report’s own filter and the reader’s must both match', () => {
  const search = { 'f.team': 'a' };
  const { filter } = queryOf(report, readReportState(report, search, context), search, kpis);
  expect(filter).toEqual({ all: [report.filter, { field: 'team', op: 'is', value: 'a' }] });
});
