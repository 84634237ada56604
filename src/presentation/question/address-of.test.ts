import { expect, test } from 'vitest';
import { reportOverrides } from '#contract/schemas/query.ts';
import { getReport } from '#domain/report/get-report.ts';
import { settingsOf } from './address-of.ts';
import { askingOf } from './asking.ts';
import { readReportState } from './report-state.ts';

const report = getReport('sla-by-agent');
const context = { today: '2026-11-21', first: '2016-02-29', last: '2017-02-18' };
const settings = (search: Record<string, string>) =>
  settingsOf(askingOf(report, readReportState(report, search, context), search), []);

test('what the address of the page says, its files are asked with', () => {
  const given = settings({ by: 'team', every: 'week', time: 'calendar', compare: 'year', 'f.channel': 'email,chat' });
  expect(reportOverrides.parse(given)).toEqual({
    by: ['team'],
    every: 'week',
    time: 'calendar',
    compare: 'year',
    filter: { field: 'channel', op: 'in', value: ['email', 'chat'] },
  });
});

test('to be without groups is said too', () => {
  expect(reportOverrides.parse(settings({ by: '-', every: 'none' }))).toMatchObject({ by: [], every: 'none' });
});
