/** Weekdays in the order of a local week, Monday first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type Weekday = (typeof weekdays)[number];

/**
 * An open window of a local date, `HH:MM[:SS]` to `HH:MM[:SS]` or `24:00`, the end excluded. A window whose end lies before
 * its beginning runs on into the next date.
 */
export type Window = readonly [from: string, to: string];

/** A range of dates `YYYY-MM-DD`, both included; with `yearly`, of days `MM-DD` of every year, over New Year too. */
export interface HolidayRange {
  readonly from: string;
  readonly to: string;
  readonly yearly?: boolean;
  /** What people call it; it changes no open time. */
  readonly name?: string;
}

/** A date `YYYY-MM-DD` or a range of dates. */
export type Holiday = string | HolidayRange;

/**
 * The open time of an organisation, in local time: the JSON format. The windows of a date are its exception if it has
 * one, none if it is a holiday, else its weekday's; a missing weekday is closed.
 */
export interface Calendar {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly weekly: Readonly<Partial<Record<Weekday, readonly Window[]>>>;
  readonly holidays?: readonly Holiday[];
  readonly exceptions?: Readonly<Record<string, readonly Window[]>>;
  /** ISO instant from which this version of the calendar holds. */
  readonly effectiveFrom?: string;
}

/** A calendar, or the one that never closes. */
export type CalendarRef = Calendar | 'always';
