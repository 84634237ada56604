import { expect, test } from 'vitest';
import { newSchedule } from '#contract/schemas/schedule.ts';
import { addressesIn, findBadAddress, periodFor, type ScheduleValues, scheduleOf } from './schedule-values.ts';

const values: ScheduleValues = {
  ...{ title: 'SLA', period: 'last-7-days', every: 'week', weekday: '1', day: '31', time: '08:00' },
  ...{ timeZone: 'Europe/Paris', language: 'fr', attachment: '', onlyWithData: true, members: [] },
  addresses: 'lea@example.org; tom@example.org,\n ana@example.org',
} as const;
const subject = { kind: 'report', report: 'sla-by-agent', query: {} } as const;

test('what the form holds is a schedule that the server takes, without what its rhythm does not need', () => {
  expect(newSchedule.parse(scheduleOf(values, subject))).toMatchObject({ weekday: 1, day: null, attachment: null });
  expect(newSchedule.parse(scheduleOf({ ...values, every: 'month' }, subject))).toMatchObject({
    weekday: null,
    day: 31,
  });
});

test('addresses are told apart however they are typed, and one that is none is found', () => {
  expect(addressesIn(values.addresses)).toEqual(['lea@example.org', 'tom@example.org', 'ana@example.org']);
  expect(findBadAddress(values.addresses)).toBeNull();
  expect(findBadAddress('lea@example.org, tom')).toBe('tom');
});

test('the period of the page is mailed where it moves on; else a report has the last week, and a dashboard its own', () => {
  const dashboard = { kind: 'dashboard', dashboard: 'd', query: {} } as const;
  expect(periodFor(subject, 'last-30-days')).toBe('last-30-days');
  expect(periodFor(subject, '2025-01-01..2025-02-01')).toBe('last-7-days');
  expect(periodFor(subject, 'own')).toBe('last-7-days');
  expect(periodFor(dashboard, 'all')).toBe('own');
  expect(periodFor(dashboard, 'last-month')).toBe('last-month');
});
