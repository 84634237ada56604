import type { CallOf } from '#contract/client.ts';

type NewSchedule = CallOf<'create-schedule'>['body'];

/** Periods that make sense in a mail that comes again and again. */
export const mailedPeriods = [
  'yesterday',
  'last-7-days',
  'last-30-days',
  'last-90-days',
  'last-week',
  'last-month',
  'last-quarter',
  'this-month',
  'last-12-months',
] as const;

/** What the form of a schedule holds: texts, as its fields do. */
export interface ScheduleValues extends Record<string, unknown> {
  readonly title: string;
  readonly period: (typeof mailedPeriods)[number];
  readonly every: 'day' | 'week' | 'month';
  readonly weekday: string;
  readonly day: string;
  readonly time: string;
  readonly timeZone: string;
  readonly language: 'en' | 'fr';
  readonly attachment: 'pdf' | 'xlsx' | '';
  readonly onlyWithData: boolean;
  readonly members: readonly string[];
  readonly addresses: string;
}

/** Addresses as they are typed: commas, semicolons, spaces or lines between them. */
export const addressesIn = (text: string): string[] => text.split(/[\s,;]+/).filter((part) => part !== '');

/** The first of some addresses that is none; null where all are. */
export const findBadAddress = (text: string): string | null =>
  addressesIn(text).find((address) => !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address)) ?? null;

/** The call of a form. */
export function scheduleOf(values: ScheduleValues, subject: NewSchedule['subject']): NewSchedule {
  const { weekday, day, attachment, members, addresses, ...rest } = values;
  const { title, period, every, time, timeZone, language, onlyWithData } = rest;
  return {
    ...{ title, subject, period, every, time, timeZone, language, onlyWithData },
    weekday: every === 'week' ? Number(weekday) : null,
    day: every === 'month' ? Number(day) : null,
    attachment: attachment === '' ? null : attachment,
    members: [...members],
    addresses: addressesIn(addresses),
  };
}
