import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string, string>;
type Instant = ColumnType<Date, Date | string, Date | string>;

/** A workspace: one organisation's data, rules and defaults. */
export interface WorkspaceTable {
  id: string;
  name: string;
  timeZone: string;
  /** The calendar in which business durations of facts are measured. */
  businessCalendar: string;
  /** Journal sequence up to which every event is folded into facts. */
  foldedSeq: ColumnType<number, number | undefined, number>;
  /** Counts changes of calendars and policies; facts folded under an older count are stale. */
  rulesVersion: ColumnType<number, number | undefined, number>;
  /** The count under which the facts were folded. */
  foldedRulesVersion: ColumnType<number, number | undefined, number>;
  createdAt: Generated<Instant>;
}

export interface CalendarTable {
  workspace: string;
  id: string;
  version: number;
  body: Json<unknown>;
  createdAt: Generated<Instant>;
}

export interface PolicyTable {
  workspace: string;
  id: string;
  version: number;
  /** Precedence within a kind: lower first. */
  position: number;
  body: Json<unknown>;
  createdAt: Generated<Instant>;
}

export type ImportState = 'reading' | 'folding' | 'done' | 'failed' | 'interrupted';

export interface ImportTable {
  workspace: string;
  id: string;
  name: string;
  source: string;
  state: ImportState;
  bytesRead: number;
  bytesTotal: number | null;
  accepted: number;
  duplicates: number;
  rejected: number;
  tickets: number | null;
  errorCode: string | null;
  errorParams: Json<unknown> | null;
  startedAt: Instant;
  finishedAt: Instant | null;
}

/** Events that could not be accepted, kept so that they can be mended and sent again. */
export interface DeadLetterTable {
  id: Generated<number>;
  workspace: string;
  importId: string | null;
  line: number | null;
  path: string | null;
  code: string;
  reason: string;
  raw: string;
  createdAt: Generated<Instant>;
}

/** Where data came from and what must be said about it, by source. */
export interface SourceTable {
  workspace: string;
  id: string;
  name: string;
  generated: boolean;
  attribution: Json<{ en: string; fr: string }> | null;
  createdAt: Generated<Instant>;
}

/** A customer erased, or being erased. The id and the names are held only until it is done. */
export interface ErasureTable {
  workspace: string;
  id: string;
  state: 'pending' | 'done';
  /** What stands in the place of the customer's id. */
  pseudonym: string;
  customer: string | null;
  names: Json<readonly string[]> | null;
  /** Who asked for it; null: the retention period of the workspace. */
  requestedBy: string | null;
  requestedAt: Instant;
  finishedAt: Instant | null;
  tickets: number;
  events: number;
  rejected: number;
}

/** How long a workspace keeps what it holds of people; null keeps it for good. */
export interface RetentionTable {
  workspace: string;
  ticketMonths: number | null;
  customerMonths: number | null;
  importDays: number | null;
  auditDays: number | null;
}

export interface RecordTables {
  workspaces: WorkspaceTable;
  calendars: CalendarTable;
  policies: PolicyTable;
  imports: ImportTable;
  deadLetters: DeadLetterTable;
  sources: SourceTable;
  erasures: ErasureTable;
  retention: RetentionTable;
}
