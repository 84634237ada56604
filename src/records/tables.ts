import type { ColumnType, Generated } from 'kysely';
import type { TokenScope } from '#domain/access/permission.ts';
import type { Role } from '#domain/access/role.ts';
import type { Board } from '#domain/report/dashboard.ts';
import type { AlertTables } from './alerts/alert-tables.ts';
import type { CoachingTables } from './coaching/coaching-tables.ts';
import type { HookTable } from './hooks/hook-table.ts';
import type { DryRunTable, DryRunTicketTable } from './policies/dry-run-tables.ts';
import type { ReviewTables } from './reviews/review-tables.ts';
import type { DashboardTable, FavouriteTable, SavedReportTable } from './saved/saved-tables.ts';
import type {
  ScheduleDeliveryTable,
  ScheduleOptOutTable,
  ScheduleRunTable,
  ScheduleTable,
} from './schedules/schedule-tables.ts';
import type { TalkTables } from './talk/talk-tables.ts';
import type {
  AcknowledgementTable,
  ChannelTable,
  OpenClockTable,
  StepRunTable,
  WatchItemTable,
  WatchMessageTable,
} from './watch/watch-tables.ts';

type Json<T> = ColumnType<T, string, string>;
type Instant = ColumnType<Date, Date | string, Date | string>;
/** An instant that the database fills in. */
type MadeAt = ColumnType<Date, Date | string | undefined, Date | string>;

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
  /** Whether agents see the names behind the averages of their teams. */
  agentsSeeNames: ColumnType<boolean, boolean | undefined, boolean>;
  createdAt: MadeAt;
}

export interface CalendarTable {
  workspace: string;
  id: string;
  version: number;
  body: Json<unknown>;
  createdAt: MadeAt;
}

export interface PolicyTable {
  workspace: string;
  id: string;
  version: number;
  /** Precedence within a kind: lower first. */
  position: number;
  body: Json<unknown>;
  createdAt: MadeAt;
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
  /** A whole body of this webhook, that its mapping found no events in; null: an event, or a line. */
  hook: Generated<string | null>;
  raw: string;
  createdAt: MadeAt;
}

/** Where data came from and what must be said about it, by source. */
export interface SourceTable {
  workspace: string;
  id: string;
  name: string;
  generated: boolean;
  attribution: Json<{ en: string; fr: string }> | null;
  createdAt: MadeAt;
}

/** Somebody with an account, of whatever workspaces. Written by the library for accounts but for our own columns. */
export interface UserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  twoFactorEnabled: boolean | null;
  /** Looks after the whole installation. */
  operator: Generated<boolean>;
  language: 'en' | 'fr' | null;
  timeZone: string | null;
  theme: 'light' | 'dark' | 'auto' | null;
  createdAt: MadeAt;
  updatedAt: MadeAt;
}

export interface SessionTable {
  id: string;
  userId: string;
  token: string;
  expiresAt: Instant;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: MadeAt;
  updatedAt: MadeAt;
}

/** A way to sign in: a password (`credential`), or an identity of a provider. */
export interface LoginTable {
  id: string;
  userId: string;
  providerId: string;
  accountId: string;
  password: string | null;
}

/** Failed sign-ins in a row, by address, known or not. */
export interface SignInFailureTable {
  email: string;
  failures: number;
  failedAt: Instant;
}

/** Proofs under way, such as of a password reset, by a hash of what proves them. */
export interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: Instant;
  createdAt: MadeAt;
  updatedAt: MadeAt;
}

/** Links that work once, by the hash of their secret. */
export interface OneTimeLinkTable {
  purpose: 'first-owner';
  hash: string;
  expiresAt: Instant;
}

export interface MemberTable {
  workspace: string;
  userId: string;
  role: Role;
  teams: Json<readonly string[]>;
  agents: Json<readonly string[]>;
  joinedAt: MadeAt;
  lastSeenAt: Instant | null;
}

export interface InvitationTable {
  workspace: string;
  id: string;
  hash: string;
  email: string;
  role: Role;
  teams: Json<readonly string[]>;
  agents: Json<readonly string[]>;
  invitedBy: string | null;
  createdAt: MadeAt;
  expiresAt: Instant;
}

/** API tokens, by the hash of their secret. */
export interface TokenTable {
  workspace: string;
  id: string;
  hash: string;
  hint: string;
  name: string;
  scope: TokenScope;
  createdBy: string | null;
  createdAt: MadeAt;
  expiresAt: Instant | null;
  lastUsedAt: Instant | null;
}

/** Rows are added and read, and never changed but to take an erased customer out. */
export interface AuditTable {
  id: Generated<number>;
  workspace: string;
  at: MadeAt;
  actorKind: 'member' | 'token' | 'operator' | 'system';
  actorId: string | null;
  actorName: string | null;
  action: string;
  subject: string | null;
  details: Json<Readonly<Record<string, unknown>>>;
  address: string | null;
}

/** A report, or a dashboard as it then was, shared by a link, by the hash of its secret; `password` is a hash too. */
export interface LinkTable {
  workspace: string;
  id: string;
  hash: string;
  /** `compose`: put together from figures, `query` has them and its picture. Null: a dashboard is shared. */
  report: string | null;
  query: Json<Readonly<Record<string, string>>>;
  dashboard: ColumnType<string | null, string | null | undefined, string | null>;
  board: ColumnType<Board | null, string | null | undefined, string | null>;
  title: string;
  password: string | null;
  createdBy: string | null;
  createdAt: MadeAt;
  expiresAt: Instant;
  lastOpenedAt: Instant | null;
}

/** How far the journal of a workspace is written and folded, as the processes that share it tell each other. */
export interface JournalTable {
  workspace: string;
  /** Where several processes number it: everything up to this sequence is durable, or was given up. */
  seq: ColumnType<number, number | undefined, number>;
  /** The highest sequence given out; beyond `seq` while an append is under way, or when one was cut off. */
  end: ColumnType<number, number | undefined, number>;
  /** Counts folds that began: one that another has overtaken cannot say that it is done. */
  folds: ColumnType<number, number | undefined, number>;
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

/** The variant that a workspace means by a KPI without one. */
export interface DefaultVariantTable {
  workspace: string;
  kpi: string;
  variant: string;
}

export interface RecordTables extends AlertTables, CoachingTables, ReviewTables, TalkTables {
  workspaces: WorkspaceTable;
  calendars: CalendarTable;
  policies: PolicyTable;
  imports: ImportTable;
  deadLetters: DeadLetterTable;
  sources: SourceTable;
  journals: JournalTable;
  journalGaps: JournalGapTable;
  jobDays: JobDayTable;
  users: UserTable;
  sessions: SessionTable;
  logins: LoginTable;
  verifications: VerificationTable;
  signInFailures: SignInFailureTable;
  oneTimeLinks: OneTimeLinkTable;
  members: MemberTable;
  invitations: InvitationTable;
  tokens: TokenTable;
  audit: AuditTable;
  links: LinkTable;
  schedules: ScheduleTable;
  scheduleRuns: ScheduleRunTable;
  scheduleDeliveries: ScheduleDeliveryTable;
  scheduleOptOuts: ScheduleOptOutTable;
  erasures: ErasureTable;
  retention: RetentionTable;
  savedReports: SavedReportTable;
  dashboards: DashboardTable;
  favourites: FavouriteTable;
  defaultVariants: DefaultVariantTable;
  openClocks: OpenClockTable;
  stepRuns: StepRunTable;
  watchMessages: WatchMessageTable;
  watchItems: WatchItemTable;
  channels: ChannelTable;
  acknowledgements: AcknowledgementTable;
  hooks: HookTable;
  policyDryRuns: DryRunTable;
  policyDryRunTickets: DryRunTicketTable;
}
