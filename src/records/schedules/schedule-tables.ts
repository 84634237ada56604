import type { ColumnType } from 'kysely';
import type { ErrorParams, Language } from '#domain/error.ts';
import type { Cadence } from '#domain/report/schedule.ts';

type Json<T> = ColumnType<T, string, string>;
type Instant = ColumnType<Date, Date | string, Date | string>;
/** An instant that the database fills in. */
type MadeAt = ColumnType<Date, Date | string | undefined, Date | string>;

/** What a schedule sends. */
type ScheduleSubject =
  | {
      readonly kind: 'report';
      readonly report: string;
      /** Parameters of the report's data, its period aside. */
      readonly query: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'dashboard';
      readonly dashboard: string;
      /** Filters and settings in the place of those of the dashboard, its period aside; null: its own. */
      readonly query: Readonly<Record<string, string>> | null;
    };

/** A report or a dashboard that is sent by mail again and again. */
export interface ScheduleTable {
  workspace: string;
  id: string;
  title: string;
  subject: Json<ScheduleSubject>;
  /** Relative to each run; `own` leaves a dashboard those that it says itself. */
  period: string;
  every: Cadence;
  weekday: number | null;
  day: number | null;
  time: string;
  timeZone: string;
  language: Language;
  attachment: 'pdf' | 'xlsx' | null;
  onlyWithData: boolean;
  /** Ids of users, and addresses of people without an account. */
  members: Json<readonly string[]>;
  addresses: Json<readonly string[]>;
  paused: ColumnType<boolean, boolean | undefined, boolean>;
  nextAt: Instant;
  createdBy: string | null;
  createdAt: MadeAt;
}

type RunState = 'due' | 'sent' | 'empty' | 'failed';

/** One run of a schedule, due at an instant or asked for. */
export interface ScheduleRunTable {
  workspace: string;
  id: string;
  schedule: string;
  dueAt: Instant;
  /** Somebody asked for it, out of turn. */
  asked: boolean;
  /** Runs before it that were never sent, since no server ran. */
  missed: number;
  state: RunState;
  attempts: ColumnType<number, number | undefined, number>;
  /** Null: at once, if it is due. */
  retryAt: Instant | null;
  finishedAt: Instant | null;
  errorCode: string | null;
  errorParams: Json<ErrorParams> | null;
}

/** One mail of a run. */
export interface ScheduleDeliveryTable {
  workspace: string;
  run: string;
  address: string;
  /** A refused one is not tried again. */
  state: 'sent' | 'failed' | 'refused';
  at: Instant;
  /** What the mail server said. */
  answer: string | null;
}

/** Somebody who wants no more mails of a schedule. */
export interface ScheduleOptOutTable {
  workspace: string;
  schedule: string;
  address: string;
  createdAt: MadeAt;
}
