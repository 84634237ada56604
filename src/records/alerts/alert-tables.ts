import type { ColumnType } from 'kysely';
import type { AlertRule, UsualBand } from '#domain/alerts/alert.ts';
import type { FiringEnd } from '#domain/alerts/plan-firings.ts';
import type { ErrorParams } from '#domain/error.ts';

type Json<T> = ColumnType<T, string, string>;
type Instant = ColumnType<Date, Date | string, Date | string>;
type MadeAt = ColumnType<Date, Date | string | undefined, Date | string>;

export interface AlertTable {
  workspace: string;
  id: string;
  title: string;
  rule: Json<AlertRule>;
  /** Ids of users. */
  members: Json<readonly string[]>;
  /** Ids of channels. */
  channels: Json<readonly string[]>;
  /** Whether people are told, too, when it is over. */
  tellEnd: boolean;
  paused: ColumnType<boolean, boolean | undefined, boolean>;
  /** Nobody is told before this instant; what is still open then is told. */
  snoozedUntil: Instant | null;
  /** The end of the window of the last check. */
  checkedAt: Instant | null;
  /** Figures of the last check that could be judged: of enough rows, and with something to compare them with. */
  judged: number | null;
  /** Why the last check gave no figures; null: it did. */
  errorCode: string | null;
  errorParams: Json<ErrorParams> | null;
  createdBy: string | null;
  createdAt: MadeAt;
}

/** From the check that found a value beyond its bounds to the one that found it back for long enough. */
export interface AlertFiringTable {
  workspace: string;
  alert: string;
  /** The value of the dimension; empty: the whole workspace. */
  value: string;
  /** The end of the window that was beyond. */
  beganAt: Instant;
  /** The rule as it then was. */
  rule: Json<AlertRule>;
  figure: number;
  n: number;
  usual: Json<UsualBand> | null;
  toldAt: Instant | null;
  /** The end of the window since which it is back, while it is kept open. */
  backSince: Instant | null;
  endedAt: Instant | null;
  end: FiringEnd | null;
  endFigure: number | null;
  endN: number | null;
}

export interface AlertTables {
  alerts: AlertTable;
  alertFirings: AlertFiringTable;
}
