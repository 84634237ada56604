import type { CallOf } from '#contract/client.ts';

export type NewSchedule = CallOf<'create-schedule'>['body'];

/** Periods that make sense in a mail that comes again and again. */
const mailedPeriods = [
  'yesterday',
  'last-7-days',
  'last-30-days',
  'last-90-days',
  'last-week',
  'last-month',
  'last-quarter',
  'this-month',
  'last-12-months',
  'latest-30-days',
] as const;

type MailedPeriod = (typeof mailedPeriods)[number] | 'own';

/** A dashboard may keep the periods that it says itself. */
export const periodsFor = ({ kind }: NewSchedule['subject']): readonly MailedPeriod[] =>
  kind === 'dashboard' ? ['own', ...mailedPeriods] : mailedPeriods;

/** The period of the page, where it makes sense in a mail that comes again; else the usual one. */
export function periodFor(subject: NewSchedule['subject'], ofPage: string | undefined): MailedPeriod {
  const offered = periodsFor(subject);
  return offered.find((period) => period === ofPage) ?? (subject.kind === 'dashboard' ? 'own' : 'last-7-days');
}

/** What the form of a schedule holds: texts, as its fields do. */
export interface ScheduleValues extends Record<string, unknown> {
  readonly title: string;
  readonly period: MailedPeriod;
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
