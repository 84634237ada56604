import { expect, test } from 'vitest';
import { resolveFigure } from '../kpi/resolve-figure.ts';
import { combineDays, dayRuleOf } from './combine-days.ts';

const ruleOf = (ref: string) => dayRuleOf(resolveFigure(ref, { basis: null, time: 'calendar' }));

test('counts add up, shares are weighted by their n, and a stock is that of the last day', () => {
  expect([ruleOf('tickets-created'), ruleOf('sla-compliance'), ruleOf('first-reply-time:mean')]).toEqual([
    'sum',
    'weighted',
    'weighted',
  ]);
  expect(ruleOf('backlog')).toBe('last');
});

test('a median of several days cannot be made of theirs', () => {
  expect(ruleOf('first-reply-time')).toBeNull();
});

test('a share of days weighs each by its n, and days without rows say nothing', () => {
  const days = [
    { figure: 1, n: 1 },
    { figure: null, n: 0 },
    { figure: 0.5, n: 3 },
  ];
  expect(combineDays('weighted', days)).toEqual({ figure: 0.625, n: 4 });
  expect(combineDays('weighted', [{ figure: null, n: 0 }])).toEqual({ figure: null, n: 0 });
  expect(
    combineDays('sum', [
      { figure: 2, n: 2 },
      { figure: 3, n: 3 },
    ]),
  ).toEqual({ figure: 5, n: 5 });
});
