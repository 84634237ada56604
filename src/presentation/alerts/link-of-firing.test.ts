import { expect, test } from 'vitest';
import type { AlertRule } from '#domain/alerts/alert.ts';
import type { Filter } from '#domain/report/filter.ts';
import { linkOfFiring } from './link-of-firing.ts';

const rule: AlertRule = {
  ...{ kpi: 'sla-compliance', filter: null, time: 'business', windowHours: 48, by: 'agent', leastN: 1 },
  keepFiringMinutes: 15,
  condition: { kind: 'threshold', side: 'below', line: 0.9 },
};
const seen = { at: Date.parse('2026-03-10T10:00:00Z'), timeZone: 'Europe/Paris' };
const searchOf = (filter: Filter | null, value = 'ana') => {
  const link = linkOfFiring({ ...rule, filter }, value, seen);
  return link === null ? null : Object.fromEntries(new URLSearchParams(link.split('?')[1]));
};
const email: Filter = { field: 'channel', op: 'is', value: 'email' };

test('the page of a firing asks for its value and all conditions of its filter, over the days of its window', () => {
  const search = searchOf({ all: [email, { not: { field: 'team', op: 'is', value: 'care' } }] });
  expect(search).toMatchObject({
    ...{ kpis: 'sla-compliance', by: 'agent', period: '2026-03-09..2026-03-11' },
    ...{ 'f.agent': 'ana', 'f.channel': 'email', 'f-not.team': 'care' },
  });
});

test('where the filter names some values of the dimension, the page asks for the one that fired', () => {
  expect(searchOf({ field: 'agent', op: 'in', value: ['ana', 'ben'] })).toMatchObject({ 'f.agent': 'ana' });
});

test('no page is named for a filter that no page can ask', () => {
  expect(searchOf({ any: [email, { field: 'team', op: 'is', value: 'care' }] })).toBeNull();
});
