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
  /** Where several processes number the journal: everything up to this sequence is durable, or will never be. */
  journalSeq: ColumnType<number, number | undefined, number>;
  /** The highest sequence given out; beyond `journalSeq` while an append is under way, or when one was cut off. */
  journalEnd: ColumnType<number, number | undefined, number>;
  /** Counts folds that began: one that another has overtaken cannot say that it is done. */
  folds: ColumnType<number, number | undefined, number>;
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

/** Sequences of an append that was cut off: its events may still arrive for as long as the store works on them. */
export interface JournalGapTable {
  workspace: string;
  firstSeq: number;
  lastSeq: number;
  /** How many of its events the last look found. */
  found: number;
  looks: ColumnType<number, number | undefined, number>;
}

/** The last day, in the zone of the workspace, on which a daily job was done. */
export interface JobDayTable {
  workspace: string;
  job: string;
  day: string;
}

export interface RecordTables {
  workspaces: WorkspaceTable;
  calendars: CalendarTable;
  policies: PolicyTable;
  imports: ImportTable;
  deadLetters: DeadLetterTable;
  sources: SourceTable;
  journalGaps: JournalGapTable;
  jobDays: JobDayTable;
}
