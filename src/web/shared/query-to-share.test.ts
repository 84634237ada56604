import { expect, test } from 'vitest';
import { reportOverrides } from '#contract/schemas/query.ts';
import type { ReportQuery } from '#domain/report/query.ts';
import { queryToShare } from './query-to-share.ts';

const question: ReportQuery = {
  kpis: ['sla-compliance', 'first-reply-time:p90'],
  by: ['agent', 'marketplace'],
  every: null,
  from: '2026-11-01',
  to: '2026-12-01',
  filter: { field: 'channel', op: 'in', value: ['chat', 'e-mail'] },
  time: 'business',
  compare: 'previous',
  top: 10,
};

test('a shared question comes back as it was asked', () => {
  const read = reportOverrides.parse(queryToShare(question, 'Europe/Paris'));
  const { every, ...rest } = question;
  expect(every).toBeNull();
  expect(read).toEqual({ ...rest, every: 'none', timeZone: 'Europe/Paris' });
});

test('a question without groups stays without groups', () => {
  const { by: _, filter: __, ...plain } = question;
  expect(reportOverrides.parse(queryToShare({ ...plain, every: 'week' }, 'UTC'))).toMatchObject({
    by: [],
    every: 'week',
  });
});
